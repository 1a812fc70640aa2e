import assert from "node:assert/strict";
import test from "node:test";
import { isMailAddress, isWebAddress, mailtoOf } from "../../src/article/web-address.ts";

test("an address of the web has http or https and a host, and ends nothing that it stands in", () => {
  for (const address of [
    "https://news.example/",
    "http://news.example:8080/a/b?c=d&e=%20#f",
    "https://[2001:db8::1]/",
    "https://bücher.example/é",
    "https://wiki.example/O'Brien_(politician)",
  ])
    assert.ok(isWebAddress(address), address);
  for (const address of [
    "news.example",
    "//news.example/",
    "https:news.example",
    "https:///news.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://news.example/",
    "https://news.example;script-src/",
    "https://news.example/;script-src *",
    "https://news.example/ b",
    "https://news.example/\nX-Header: y",
    "https://*.example/",
    "https://a,b.example/",
    "https://me:secret@news.example/",
    "https://news.example@evil.example/",
    'https://news.example/"><script>',
    "https://news.example\\@evil.example/",
    "https://news.example/\u202egnp.exe",
    "https://news.example/\u0000",
  ])
    assert.ok(!isWebAddress(address), address);
});

test("a mail address is one, and is encoded where it leads", () => {
  for (const address of ["desk@news.example", "o'brien+tips@news.example", "redaktion@bücher.example"])
    assert.ok(isMailAddress(address), address);
  for (const address of [
    "desk",
    "desk@",
    "a@news.example,b@news.example",
    "a@news.example?bcc=b@evil.example",
    "a%0abcc:b@news.example",
    "Desk <desk@news.example>",
    "mailto:desk@news.example",
    "a@b@news.example",
    "a@news.example&body=x",
    "a@news.example\nBcc: b@evil.example",
  ])
    assert.ok(!isMailAddress(address), address);
  assert.equal(mailtoOf("o'brien+tips@news.example"), "mailto:o'brien%2Btips@news.example");
});
