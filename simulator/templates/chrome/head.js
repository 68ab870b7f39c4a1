
        var googletag = window.googletag || {cmd: []};
        var domainRoot = ".sindonews.com", epochNow = Math.floor(Date.now() / 1000), slots = {};
        function putCookie(name, value, days, domain) { var until = new Date(Date.now() + days * 864e5); document.cookie = name + "=" + encodeURIComponent(value) + ";expires=" + until.toUTCString() + ";path=/;domain=" + domain + ";secure;SameSite=None"; }
        function takeCookie(name) { var found = document.cookie.split("; ").filter(function (pair) { return pair.indexOf(name + "=") === 0; }); return found.length ? decodeURIComponent(found[0].slice(name.length + 1)) : ""; }
        function visitor() { var known = takeCookie("visitorID"); if (!known) { known = Math.random().toString(36).slice(2) + epochNow.toString(36); putCookie("visitorID", known, 180, domainRoot); } return known; }
        window.dataLayer = window.dataLayer || [];
        window.dataLayer.push({page_type: "{{ "home_page" if section == "www" else "article_page" }}", kanal: "{{ section }}", visitor: visitor()});
        googletag.cmd.push(function () {
{% for name, w, h in (("billboard", 970, 250), ("leaderboard", 728, 90), ("rectangle1", 300, 250), ("rectangle-inner", 300, 250), ("giantrec", 300, 600), ("bottomrec", 300, 250), ("skinad-left", 160, 600), ("skinad-right", 160, 600), ("horizonad", 970, 90), ("inarticle-1", 336, 280), ("inarticle-2", 336, 280), ("parallax", 336, 280)) %}
            slots["{{ name }}"] = googletag.defineSlot("/0000000/sindonews_desktop/{{ section }}", [{{ w }}, {{ h }}], "div-gpt-ad-{{ name }}").setTargeting("sindonews", ["{{ name }}"]).addService(googletag.pubads());
{% endfor %}
            googletag.pubads().disableInitialLoad(); googletag.pubads().enableSingleRequest(); googletag.pubads().setCentering(true); googletag.enableServices();
            Object.keys(slots).forEach(function (name) { googletag.pubads().refresh([slots[name]]); });
        });
        document.addEventListener("copy", function () { var where = document.querySelector("link[rel=canonical]"); window.copied = where ? where.href : location.href; });
    
