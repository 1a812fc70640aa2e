# frozen_string_literal: true

# Topics, sections and months in pages of 50. https://jekyllrb.com/docs/plugins/generators/
module Lists
  PAGE = 50

  class ListPage < Jekyll::Page
    def initialize(site, folder, name, number, posts)
      @site = site
      @base = site.source
      slug = Jekyll::Utils.slugify(name)
      @dir = number == 1 ? folder : "#{folder}/#{slug}"
      @basename = number == 1 ? slug : number.to_s
      @ext = ".html"
      @name = "#{@basename}#{@ext}"
      @data = { "layout" => "list", "title" => name, "posts" => posts }
    end

    def url_placeholders
      { :path => @dir, :basename => basename, :output_ext => output_ext }
    end
  end

  class Generator < Jekyll::Generator
    safe true

    def generate(site)
      months = site.posts.docs.group_by { |post| post.date.strftime("%Y-%m") }
      { "topics" => site.tags, "sections" => site.categories, "months" => months }.each do |folder, lists|
        lists.each do |name, posts|
          posts.sort_by(&:date).reverse.each_slice(PAGE).with_index(1) do |part, number|
            site.pages << ListPage.new(site, folder, name, number, part)
          end
        end
      end
    end
  end
end
