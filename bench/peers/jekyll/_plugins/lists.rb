# frozen_string_literal: true

# Topics, sections and months in pages of 50. https://jekyllrb.com/docs/plugins/generators/
module Lists
  PAGE = 50
  ROOM = 160
  KINDS = {
    "topics" => { "kicker" => "Topic", "above" => [%w(Topics topics/index.html)] },
    "sections" => { "kicker" => "Section", "above" => [] },
    "months" => { "kicker" => "Archive", "above" => [%w(Archive months/index.html)] },
  }.freeze

  # One page of a list, with all that its layout prints.
  class ListPage < Jekyll::Page
    def initialize(site, address, data)
      @site = site
      @base = site.source
      @dir = File.dirname(address)
      @ext = ".html"
      @basename = File.basename(address, @ext)
      @name = "#{@basename}#{@ext}"
      @data = data
    end

    def url_placeholders
      { :path => @dir, :basename => basename, :output_ext => output_ext }
    end
  end

  class Generator < Jekyll::Generator
    safe true
    priority :low

    def generate(site)
      newest_first = site.posts.docs.map { |post| post.data["told"] }.reverse
      topics = group(newest_first) { |article| article["topics"] }
      site.data["newest"] = newest_first.first(PAGE)
      site.data["topics"] = topics.keys.to_h { |name| [name, link(name)] }
      {
        "topics" => topics,
        "sections" => group(newest_first) { |article| [article["section"]] },
        "months" => group(newest_first) { |article| [article["month"]] },
      }.each { |kind, lists| lists.each { |name, articles| add_pages(site, kind, name, articles) } }
    end

    private

    def group(articles)
      groups = Hash.new { |hash, name| hash[name] = [] }
      articles.each { |article| yield(article).each { |name| groups[name] << article } }
      groups
    end

    # A topic below an article, the same below each.
    def link(name)
      "<dd><a class=\"p-category\" rel=\"tag\" data-kind=\"topic\" href=\"/topics/#{Jekyll::Utils.slugify(name)}.html\">" \
        "<bdi>#{CGI.escapeHTML(name)}</bdi></a></dd>"
    end

    def add_pages(site, kind, name, articles)
      slug = Jekyll::Utils.slugify(name)
      title = kind == "months" ? articles.first["date"].strftime("%B %Y") : name
      parts = articles.each_slice(PAGE).to_a
      address = lambda do |page|
        next if page < 1 || page > parts.length

        page == 1 ? "#{kind}/#{slug}.html" : "#{kind}/#{slug}/#{page}.html"
      end
      parts.each.with_index(1) do |part, page|
        site.pages << ListPage.new(site, address.call(page), KINDS[kind].merge(
          "layout" => "list", "kind" => "list", "title" => title, "number" => page, "total" => articles.length,
          "address" => address.call(page), "newer" => address.call(page - 1), "older" => address.call(page + 1),
          "section" => (name if kind == "sections"), "articles" => part,
          "description" => describe([title, *part.first(3).map { |article| article["title"] }].join(" · ")),
          "graph" => Machine.list(address.call(page), title, KINDS[kind]["above"], kind == "topics")
        ))
      end
    end

    # Cut after a whole word, where it is longer than search engines show.
    def describe(text)
      text.length <= ROOM ? text : "#{text[0, ROOM - 1].rpartition(" ").first}…"
    end
  end
end
