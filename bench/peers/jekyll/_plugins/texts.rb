# frozen_string_literal: true

require "digest"

# The stylesheets and the script that are printed word for word, the policies that name them by their hash, and what else is the
# same on many pages and so is made once.
module Texts
  SECTIONS = %w(Culture Economy Politics Science Sport World).freeze

  class Generator < Jekyll::Generator
    safe true
    priority :highest

    def generate(site)
      read = ->(name) { File.read(File.join(site.source, "texts", name)) }
      start = read.call("begin.js")
      kinds = %w(article list front).to_h do |kind|
        style = read.call("#{kind}.css")
        [kind, { "style" => style, "policy" => policy(start, style) }]
      end
      style = read.call("short.css")
      short = { "style" => style, "policy" => "default-src 'none';style-src #{hash(style)}" }
      site.data["texts"] = kinds.merge("begin" => start, "short" => short, "front_graph" => Machine.front)
      site.data["navigation"] = ["", *SECTIONS].to_h { |section| [section, navigation(section)] }
    end

    private

    def hash(text)
      "'sha256-#{Digest::SHA256.base64digest(text)}'"
    end

    def policy(start, style)
      "default-src 'none';script-src 'self' #{hash(start)};style-src #{hash(style)};img-src 'self' data:;" \
        "media-src 'self';connect-src 'self';manifest-src 'self';worker-src 'self' blob:;" \
        "form-action 'self' file:;base-uri 'none'"
    end

    def navigation(current)
      SECTIONS.map do |section|
        mark = ' aria-current="true"' if section == current
        "<li><a href=\"/sections/#{section.downcase}.html\"#{mark}>#{section}</a></li>"
      end.join
    end
  end
end
