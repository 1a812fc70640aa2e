# frozen_string_literal: true

# The pages of jekyll-redirect-from know where they lead to, but not what that is called.
module ShortLinks
  class Generator < Jekyll::Generator
    safe true
    priority :lowest

    def generate(site)
      titles = site.posts.docs.to_h { |post| [post.url, post.data["title"]] }
      site.pages.each do |page|
        next unless page.is_a?(JekyllRedirectFrom::RedirectPage)

        page.data["path"] = page.data["redirect"]["to"].delete_prefix(site.config["url"])
        page.data["title"] = titles[page.data["path"]]
      end
    end
  end
end
