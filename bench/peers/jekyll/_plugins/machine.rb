# frozen_string_literal: true

require "json"

# What machines read in the head of a page, as JSON-LD.
module Machine
  SITE = "https://northline.example/"
  NAME = "Northline Bench"
  PUBLISHER = {
    "@type" => "NewsMediaOrganization", "@id" => "#{SITE}#publisher", "name" => "Northline", "url" => SITE,
  }.freeze
  SPEAKABLE = { "@type" => "SpeakableSpecification", "cssSelector" => ["h1", ".standfirst"] }.freeze

  module_function

  def write(nodes)
    JSON.generate("@context" => "https://schema.org", "@graph" => nodes).gsub("<", "\\u003c")
  end

  # Links of name and address, the site first; the page itself has a name only.
  def breadcrumbs(links)
    items = [[NAME, "index.html"], *links].map.with_index(1) do |(name, address), position|
      item = { "@type" => "ListItem", "position" => position, "name" => name }
      address ? item.merge("item" => SITE + address) : item
    end
    { "@type" => "BreadcrumbList", "itemListElement" => items }
  end

  def article(told)
    url = SITE + told["address"]
    section = told["section"]
    write([
      {
        "@type" => "NewsArticle", "@id" => url, "url" => url, "headline" => told["title"],
        "description" => told["standfirst"], "inLanguage" => "en",
        "datePublished" => told["minute"], "dateModified" => told["minute"],
        "author" => [{ "@type" => "Person", "name" => told["byline"] }], "publisher" => PUBLISHER,
        "articleSection" => section, "locationCreated" => { "@type" => "Place", "name" => told["place"] },
        "about" => told["topics"].map { |name| { "@type" => "Thing", "name" => name } },
        "speakable" => SPEAKABLE, "dateline" => told["dateline"],
      },
      breadcrumbs([[section, "sections/#{section.downcase}.html"], [told["title"]]]),
    ])
  end

  def list(address, title, above, topic)
    url = SITE + address
    page = { "@type" => "CollectionPage", "@id" => url, "url" => url, "name" => title, "inLanguage" => "en" }
    page["about"] = { "@type" => "Thing", "name" => title } if topic
    write([page, breadcrumbs([*above, [title]])])
  end

  def front
    url = "#{SITE}index.html"
    write([{
      "@type" => "WebSite", "@id" => url, "url" => url, "name" => NAME, "inLanguage" => "en", "publisher" => PUBLISHER,
    }])
  end
end
