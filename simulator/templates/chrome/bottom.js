
        var lazyPictures = new LazyLoad({elements_selector: ".lazyload", callback_error: function (image) { image.src = "https://az.sindonews.net/mobile/2016/images/pre-images-light.png"; }});
{% for box, path in (("video", "dvideo"), ("photo", "dphoto"), ("infografis", "dinfografis"), ("opini", "dopini"), ("cerita", "dsup/29"), ("jagad", "dsup/46"), ("red", "dsup/187"), ("hilite", "dhilite"), ("scope", "dscope")) %}
        new LazyLoad({elements_selector: "#{{ box }}", callback_set: function (element) { fetch("https://www.sindonews.com/ajaxpage/{{ path }}").then(function (answer) { return answer.text(); }).then(function (html) { element.innerHTML = html; lazyPictures.update(); }); }});
{% endfor %}
        function push(name, action, label, number) { window.dataLayer.push({event: name, event_category: "article", event_action: action, event_label: label, position: number, kanal: "{{ section }}", data_source: "Non AMP"}); }
{% for list, action in (("berita-terkait", "related_click"), ("detail-artikel-komersial", "recommended_click"), ("detail-berita-lain", "latest_click"), ("terpopuler", "popular_click"), ("infografis", "infographic_click"), ("tren", "trend_click"), ("topik", "topic_click"), ("baca-juga", "read_also_click"), ("avatar", "author_click"), ("paging", "paging_click"), ("share", "share_click"), ("zoom-text", "zoom_click")) %}
        document.querySelectorAll(".list-{{ list }}").forEach(function (row, number) {
            row.addEventListener("click", function (event) {
                var link = event.target.closest("a");
                var title = row.querySelector(".title-{{ list }} a");
                var published = row.getAttribute("data-publish");
                push("promotion_click", "{{ action }}", link ? link.href : "", number + "_{{ list|replace('-', '_') }}");
                window.dataLayer.push({ecommerce: {promoClick: {promotions: [{id: row.getAttribute("data-id"), name: title ? title.textContent : "", creative: link ? link.href : "", position: number + "_{{ list|replace('-', '_') }}"}]}}, publish_date: published});
            });
        });
{% endfor %}
        document.querySelectorAll(".zoom-text").forEach(function (button) { button.addEventListener("click", function () { var size = button.classList.contains("t-sm") ? 14 : button.classList.contains("t-bg") ? 22 : 18; document.getElementById("detail-desc").style.fontSize = size + "px"; putCookie("zoomText", size, 30, domainRoot); }); });
        document.querySelectorAll("#OpenNav, #CloseNav").forEach(function (button) { button.addEventListener("click", function () { document.getElementById("side-nav").classList.toggle("open"); }); });
        window.addEventListener("scroll", function () { var header = document.getElementById("sticky-header"); if (header) { header.style.display = window.scrollY > 320 ? "block" : "none"; } });
{% for percent in (25, 50, 75, 100) %}
        new LazyLoad({elements_selector: ".page-status", callback_enter: function () { push("general_event", "scroll_depth", location.href, "{{ percent }}%"); }});
{% endfor %}
    
