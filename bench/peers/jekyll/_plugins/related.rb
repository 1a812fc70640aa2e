# frozen_string_literal: true

# What is told of each article elsewhere than on its own page, and which articles stand below it: those that it names, and up to
# four with the nearest earlier ones by shared topics.
module Related
  WANTED = 4
  # Of each topic so many of the articles just before an article are looked at, so that the work does not grow with the archive.
  RECENT = 64

  class Generator < Jekyll::Generator
    safe true
    priority :high

    def generate(site)
      @lists = Hash.new { |hash, topic| hash[topic] = [] }
      known = {}
      posts = site.posts.docs.sort_by(&:date)
      articles = posts.map { |post| tell(post) }
      articles.each_with_index do |article, number|
        data = posts[number].data
        named = data["related"].map { |address| known[address] }
        data["named"] = named.map { |other| articles[other] }
        data["nearest"] = nearest(article["topics"], named).map { |other| articles[other] }
        data["told"] = article
        data["graph"] = Machine.article(article)
        known[article["address"]] = number
        article["topics"].each { |topic| @lists[topic] << number }
      end
    end

    private

    def tell(post)
      date = post.date
      data = post.data
      {
        "url" => post.url, "address" => post.url.delete_prefix("/"), "title" => data["title"],
        "standfirst" => data["description"], "dateline" => data["dateline"], "place" => data["place"],
        "byline" => data["author"], "section" => data["categories"].first, "topics" => data["tags"], "date" => date,
        "minute" => date.strftime("%Y-%m-%dT%H:%MZ"), "clock" => date.strftime("%H:%M GMT"),
        "iso_day" => date.strftime("%F"), "day" => date.strftime("%-d %B %Y"), "month" => date.strftime("%Y-%m"),
      }
    end

    # The numbers of the best of the topics' last articles: rarer topics weigh more, recency breaks ties.
    def nearest(topics, named)
      scores = Hash.new(0)
      topics.each do |topic|
        list = @lists[topic]
        weight = 1 / Math.log2(2 + list.length)
        list.last(RECENT).each { |number| scores[number] += weight }
      end
      named.each { |number| scores.delete(number) }
      scores.max_by(WANTED - named.length) { |number, score| [score, number] }.map(&:first)
    end
  end
end
