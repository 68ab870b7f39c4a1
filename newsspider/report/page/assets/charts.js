// The charts: from the numbers in the page to options of Apache ECharts. Text is only ever set as text.
"use strict";

/** Draws all charts of the page; `outline` is the map's (GeoJSON), `onLook` tells when to draw them anew. */
function drawCharts(numbers, words, outline, onLook) {
  const root = document.documentElement;
  const say = (key) => words[key][root.lang];
  const colour = (name) => getComputedStyle(root).getPropertyValue(`--${name}`).trim();
  const count = (value) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f");
  const percent = (share) => `${share < 1 ? Math.min(Math.round(share * 100), 99) : 100} %`;
  const weekdays = (form) => [...Array(7).keys()].map((day) =>
    new Date(Date.UTC(2024, 0, 1 + day)).toLocaleDateString(root.lang, { weekday: form, timeZone: "UTC" }));
  const months = () => [...Array(12).keys()].map((month) =>
    new Date(Date.UTC(2024, month, 1)).toLocaleDateString(root.lang, { month: "short", timeZone: "UTC" }));

  /** Returns a tooltip: a heading and lines of a name and a value. */
  function tip(heading, lines) {
    const box = document.createElement("div");
    box.className = "tip";
    box.append(Object.assign(document.createElement("strong"), { textContent: heading }));
    for (const [name, value] of lines) {
      const line = document.createElement("span");
      line.append(Object.assign(document.createElement("bdi"), { textContent: name }),
        Object.assign(document.createElement("b"), { textContent: value }));
      box.append(line);
    }
    return box;
  }

  const text = () => ({ color: colour("soft"), fontSize: 12, fontFamily: getComputedStyle(document.body).fontFamily });
  const base = () => ({
    animation: false,
    textStyle: text(),
    tooltip: {
      confine: true, backgroundColor: colour("card"), borderColor: colour("line"), padding: [6, 10],
      extraCssText: "box-shadow: 0 4px 16px rgb(0 0 0 / .14)", transitionDuration: 0,
    },
  });
  const axis = (more) => ({
    axisLine: { lineStyle: { color: colour("line") } }, axisTick: { show: false }, axisLabel: { ...text(), hideOverlap: true },
    splitLine: { lineStyle: { color: colour("line"), opacity: 0.7 } }, ...more,
  });
  const grid = (more) => ({ left: 4, right: 12, top: 12, bottom: 4, containLabel: true, ...more });
  const values = (more) => axis({ type: "value", minInterval: 1, axisLabel: { ...text(), formatter: count, hideOverlap: true }, ...more });
  const steady = (data) => axis({ type: "category", data, axisLabel: { ...text(), hideOverlap: true, ...(data.length > 12 && { alignMinLabel: "left", alignMaxLabel: "right" }) } });
  /** Writes below a chart what its colours mean: as HTML, which wraps where there is little room. */
  function explain(element, entries) {
    const list = document.createElement("ul");
    list.className = "legend";
    for (const [name, shade] of entries) {
      const entry = document.createElement("li");
      const box = document.createElement("i");
      box.style.background = shade;
      entry.append(box, Object.assign(document.createElement("bdi"), { textContent: name }));
      list.append(entry);
    }
    element.parentElement.querySelector(".legend")?.remove();
    element.after(list);
  }

  /** Returns the option that gives values their colours, and explains these. */
  function shading(element, pieces) {
    explain(element, pieces.map((piece) => [piece.label, piece.color]));
    return { type: "piecewise", show: false, pieces };
  }

  const heat = () => ["heat1", "heat2", "heat3", "heat4", "heat5"].map(colour);

  /** Returns up to five steps of about as many days each, for numbers above 0. */
  function steps(found) {
    const sorted = [...new Set(found.filter((value) => value > 0))].sort((one, other) => one - other);
    if (sorted.length <= 5) return sorted.map((value) => ({ min: value, max: value, label: count(value) }));
    const all = found.filter((value) => value > 0).sort((one, other) => one - other);
    const ends = [...new Set([1, 2, 3, 4, 5].map((fifth) => all[Math.ceil(all.length * fifth / 5) - 1]))];
    return ends.map((max, place) => {
      const min = place ? ends[place - 1] + 1 : sorted[0];
      return { min, max, label: min === max ? count(min) : `${count(min)}–${count(max)}` };
    });
  }

  const lastOfMonth = (month) => new Date(Date.UTC(+month.slice(0, 4), +month.slice(5, 7), 0)).toISOString().slice(0, 10);

  /** Returns the spans of a calendar each: years, or half of them where there is little room. */
  function spans(first, last, narrow) {
    const found = [];
    for (let year = +first.slice(0, 4); year <= +last.slice(0, 4); year += 1) {
      const parts = narrow ? [["01", "06"], ["07", "12"]] : [["01", "12"]];
      found.push(...parts.map((part) => part.map((month) => `${year}-${month}`)));
    }
    const [from, to] = [first.slice(0, 7), last.slice(0, 7)];
    const kept = found.filter((span) => span[1] >= from && span[0] <= to);
    return kept.length > 1 ? kept : [[kept[0][0] > from ? kept[0][0] : from, kept[0][1] < to ? kept[0][1] : to]];
  }

  /** Returns calendars, one below the other, of the time that the days are of. */
  function calendars(element, days, pieces, tell) {
    const room = element.clientWidth;
    const narrow = room < 560;
    const shown = spans(days[0][0], days[days.length - 1][0], narrow)
      .map(([from, to]) => [`${from}-01`, lastOfMonth(to)]);
    const weeks = Math.max(...shown.map(([from, to]) => Math.ceil((Date.parse(to) - Date.parse(from)) / 6048e5) + 1));
    const left = 52;
    const cell = Math.max(5, Math.min(19, Math.floor((room - left - 4) / weeks)));
    const tall = 7 * cell + 44;
    element.style.height = `${shown.length * tall}px`;
    return {
      ...base(),
      tooltip: { ...base().tooltip, formatter: (point) => tell(point.value) },
      visualMap: shading(element, pieces),
      calendar: shown.map((range, place) => ({
        top: 24 + place * tall, left, cellSize: [cell, cell], range, orient: "horizontal",
        splitLine: { lineStyle: { color: colour("soft"), width: 1, opacity: 0.55 } },
        itemStyle: { color: colour("empty"), borderColor: colour("card"), borderWidth: cell > 9 ? 2 : 1 },
        dayLabel: { firstDay: 1, nameMap: [6, 0, 1, 2, 3, 4, 5].map((day) => (day % 2 || cell < 8 && day ? "" : weekdays("short")[day])), color: colour("soft"), fontSize: 11 },
        monthLabel: { nameMap: months(), color: colour("soft"), fontSize: 11 },
        yearLabel: { show: true, position: "left", margin: 34, color: colour("soft"), fontSize: 12, fontWeight: 600, formatter: "{start}" },
      })),
      series: shown.map(([from, to], place) => ({
        type: "heatmap", coordinateSystem: "calendar", calendarIndex: place,
        data: days.filter(([day]) => day >= from && day <= to),
      })),
    };
  }

  const bars = (names, found, told, paint) => ({
    ...base(),
    grid: grid({ right: 54 }),
    tooltip: { ...base().tooltip, formatter: (point) => tip(names[point.dataIndex], [[told, count(point.value)]]) },
    xAxis: values({ axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false } }),
    yAxis: axis({ type: "category", data: names, inverse: true, axisLabel: { ...text(), color: colour("ink"), width: 150, overflow: "truncate" } }),
    series: [{ type: "bar", data: found, barMaxWidth: 20, itemStyle: { color: paint || colour("s0"), borderRadius: [0, 3, 3, 0] },
      label: { show: true, position: "right", color: colour("soft"), formatter: (point) => count(point.value) } }],
  });

  /** Returns a heat map of `rows` by `columns`, from [column, row, value]. */
  const matrix = (element, columns, rows, found, pieces, tell) => ({
    ...base(),
    grid: grid({ top: 4, right: 6 }),
    tooltip: { ...base().tooltip, formatter: (point) => tell(point.value) },
    xAxis: axis({ type: "category", data: columns, splitLine: { show: false } }),
    yAxis: axis({ type: "category", data: rows, inverse: true, splitLine: { show: false }, axisLabel: { ...text(), color: colour("ink") } }),
    visualMap: shading(element, pieces),
    series: [{ type: "heatmap", data: found, itemStyle: { borderColor: colour("card"), borderWidth: 1 } }],
  });

  const MAP = "indonesia";
  echarts.registerMap(MAP, outline);

  const STATES = ["complete", "partial", "unread"];
  const TONES = ["good", "later", "bad"];
  let layout = 0;

  const charts = {
    calendar: {
      draw: (element, days) => {
        const pieces = steps(days.map((day) => day[1]));
        const shades = heat();
        return calendars(element, days,
          pieces.map((piece, place) => ({ ...piece, color: shades[pieces.length < 5 ? place + 1 : place] })),
          ([day, value]) => tip(day, [[say("column.articles"), count(value)]]));
      },
      table: (days) => [["column.day", "column.articles"], days],
    },
    series: {
      draw: (element, found) => {
        element.style.height = "22rem";
        const tone = (section, place) => colour(section === "…" ? "s9" : `s${place % 10}`);
        const name = (section) => (section === "…" ? say("articles.other") : section);
        explain(element, found.sections.map(([section], place) => [name(section), tone(section, place)]));
        const shown = found.unit === "month" ? found.starts.map((start) => start.slice(0, 7)) : found.starts;
        return {
          ...base(),
          grid: grid(),
          tooltip: { ...base().tooltip, trigger: "axis", axisPointer: { type: "shadow" },
            formatter: (points) => tip(points[0].axisValue,
              points.filter((point) => point.value).reverse().map((point) => [point.seriesName, count(point.value)])) },
          xAxis: steady(shown),
          yAxis: values(),
          series: found.sections.map(([section, counts], place) => ({
            name: name(section), type: "bar", stack: "all", data: counts, barCategoryGap: "12%",
            itemStyle: { color: tone(section, place) },
          })),
        };
      },
      table: (found) => [["column.step", ...found.sections.map(([section]) => (section === "…" ? "articles.other" : [section]))],
        found.starts.map((start, place) => [start, ...found.sections.map(([, counts]) => counts[place])])],
    },
    hours: {
      draw: (element, found) => {
        const points = found.flatMap((row, day) => row.map((value, hour) => [hour, day, value]));
        const pieces = steps(points.map((point) => point[2]));
        const shades = heat();
        return matrix(element, [...Array(24).keys()].map(String), weekdays("short"), points,
          [{ value: 0, label: "0", color: colour("empty") },
            ...pieces.map((piece, place) => ({ ...piece, color: shades[place] }))],
          ([hour, day, value]) => tip(`${weekdays("long")[day]}, ${String(hour).padStart(2, "0")}:00`, [[say("column.articles"), count(value)]]));
      },
      table: (found) => [["column.weekday", "column.hour", "column.articles"],
        found.flatMap((row, day) => row.map((value, hour) => [weekdays("long")[day], hour, value]))],
    },
    delay: {
      draw: (element, found) => bars(found.map(([step]) => say(`delay.${step}`)), found.map((row) => row[1]), say("column.articles")),
      table: (found) => [["column.within", "column.articles"], found.map(([step, value]) => [say(`delay.${step}`), value])],
    },
    completeness: {
      draw: (element, days) => calendars(element, days.map(([day, state]) => [day, STATES.indexOf(state)]),
        STATES.map((state, place) => ({ value: place, label: say(`completeness.${state}`), color: colour(TONES[place]) })),
        ([day, state]) => tip(day, [[say(`completeness.${STATES[state]}`), ""]])),
      table: (days) => [["column.day", "column.state"], days.map(([day, state]) => [day, say(`completeness.${state}`)])],
    },
    fields: {
      draw: (element, found) => {
        const one = found[layout];
        const names = Object.keys(one.fields);
        element.style.height = `${names.length * 21 + 70}px`;
        const points = names.flatMap((name, row) => one.steps.map(([, articles], column) =>
          [column, row, articles ? one.fields[name][column] / articles : "-"]));
        const shades = heat();
        const ends = [[0, 0], [0, 0.25], [0.25, 0.5], [0.5, 0.75], [0.75, 1], [1, 1]];
        return matrix(element, one.steps.map(([label]) => label), names, points,
          ends.map(([gt, lte], place) => (gt === lte
            ? { value: gt, label: percent(gt), color: place ? shades[4] : colour("empty") }
            : { gt, [lte === 1 ? "lt" : "lte"]: lte, label: `≤ ${lte === 1 ? "99 %" : percent(lte)}`, color: shades[place - 1] })),
          ([column, row, value]) => tip(`${names[row]}, ${one.steps[column][0]}`,
            [[value === "-" ? "–" : percent(value), `${count(one.fields[names[row]][column])}/${count(one.steps[column][1])}`]]));
      },
      table: (found) => [["fields.layout", "column.field", "column.step", "column.number", "column.articles"],
        found.flatMap((one) => Object.entries(one.fields).flatMap(([name, stated]) =>
          stated.map((value, place) => [one.layout, name, one.steps[place][0], value, one.steps[place][1]])))],
    },
    places: {
      draw: (element, found) => {
        const most = found[0][3];
        const room = element.clientWidth;
        element.style.height = `${Math.round(room * 0.42)}px`;
        return {
          ...base(),
          tooltip: { ...base().tooltip, formatter: (point) => tip(found[point.dataIndex][0], [[say("column.articles"), count(point.value[2])]]) },
          geo: { map: MAP, roam: false, silent: true, aspectScale: 1, left: 16, right: 16, top: 8, bottom: 8,
            itemStyle: { areaColor: colour("empty"), borderColor: colour("soft"), borderWidth: 0.5 } },
          series: [{ type: "scatter", coordinateSystem: "geo", data: found.map((place) => place.slice(1)),
            symbolSize: ([, , value]) => Math.max(5, Math.sqrt(value / most) * room / 22),
            itemStyle: { color: colour("s0"), opacity: 0.62, borderColor: colour("card"), borderWidth: 1 } }],
        };
      },
      table: (found) => [["column.place", "column.articles"], found.map(([name, , , value]) => [name, value])],
    },
    warnings: {
      draw: (element, found) => {
        element.style.height = `${found.length * 30 + 50}px`;
        return bars(found.map(([code]) => code), found.map((row) => row[1]), say("column.articles"), colour("later"));
      },
      table: (found) => [["column.code", "column.articles"], found],
    },
    runs: {
      draw: (element, found) => explain(element, TONES.map((tone) => [say(`runs.${tone}`), colour(tone)])) || ({
        ...base(),
        grid: grid(),
        tooltip: { ...base().tooltip, formatter: (point) => tip(found[point.dataIndex].started, [
          [say("column.verdict"), found[point.dataIndex].verdict],
          [say("column.stored"), count(found[point.dataIndex].stored)],
          [say("column.requests"), count(found[point.dataIndex].requests)]]) },
        xAxis: steady(found.map((run) => run.started.slice(0, 10))),
        yAxis: values(),
        series: TONES.map((tone) => ({ name: say(`runs.${tone}`), type: "bar", stack: "all", barMaxWidth: 36, barMinHeight: 2,
          data: found.map((run) => (run.tone === tone ? run.stored : "-")), itemStyle: { color: colour(tone) } })),
      }),
      table: (found) => [["column.started", "column.verdict", "column.stored", "column.requests"],
        found.map((run) => [run.started, run.verdict, run.stored, run.requests])],
    },
    requests: {
      draw: (element, found) => ({
        ...base(),
        grid: grid(),
        tooltip: { ...base().tooltip, formatter: (point) => tip(found[point.dataIndex][0], [
          [say("column.requests"), count(found[point.dataIndex][1])],
          [say("column.size"), (found[point.dataIndex][2] / 1e6).toFixed(1)],
          [say("column.stored"), count(found[point.dataIndex][3])]]) },
        xAxis: steady(found.map((row) => row[0])),
        yAxis: values(),
        series: [{ type: "bar", data: found.map((row) => row[1]), barMaxWidth: 36, itemStyle: { color: colour("s5"), borderRadius: [3, 3, 0, 0] } }],
      }),
      table: (found) => [["column.day", "column.requests", "column.size", "column.stored"],
        found.map(([day, asked, bytes, stored]) => [day, asked, (bytes / 1e6).toFixed(1), stored])],
    },
    answers: {
      draw: (element, found) => bars(found.map(([status]) => status), found.map(([status, value]) => ({
        value, itemStyle: { color: colour(status < "300" ? "good" : status === "429" || status >= "500" ? "bad" : "later") } })), say("column.requests")),
      table: (found) => [["column.status", "column.requests"], found],
    },
  };

  /** Fills the table of a chart's numbers, in the language of the page. */
  function fill(details, name) {
    const [headings, rows] = charts[name].table(numbers[name]);
    const table = document.createElement("table");
    const head = table.createTHead().insertRow();
    for (const heading of headings) {
      const cell = document.createElement("th");
      cell.scope = "col";
      cell.textContent = Array.isArray(heading) ? heading[0] : say(heading);
      head.append(cell);
    }
    const body = table.createTBody();
    for (const row of rows) {
      const line = body.insertRow();
      for (const value of row) {
        const cell = line.insertCell();
        cell.textContent = typeof value === "number" ? count(value) : value;
        if (typeof value === "number") cell.className = "n";
      }
    }
    const scroll = document.createElement("div");
    scroll.className = "scroll";
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "group");
    scroll.setAttribute("aria-labelledby", `${name}-title`);
    scroll.append(table);
    details.querySelector(".scroll")?.remove();
    details.append(scroll);
  }

  function show(element) {
    const name = element.dataset.chart;
    if (!numbers[name] || !numbers[name].length && name !== "series") return;
    const drawn = echarts.getInstanceByDom(element);
    const option = charts[name].draw(element, numbers[name]);
    const chart = drawn || echarts.init(element, null, { renderer: "svg" });
    chart.resize();
    chart.setOption(option, true);
  }

  const elements = [...document.querySelectorAll("[data-chart]")];
  const pick = document.querySelector("[data-layouts]");
  if (pick) {
    numbers.fields.forEach((one, place) => pick.add(new Option(`${one.layout} (${count(one.articles)})`, place)));
    pick.addEventListener("change", () => {
      layout = Number(pick.value);
      show(document.querySelector('[data-chart="fields"]'));
    });
  }
  document.querySelectorAll("[data-numbers]").forEach((details) => {
    const refill = () => { if (details.open) fill(details, details.dataset.numbers); };
    details.addEventListener("toggle", refill);
    onLook(refill);
  });
  const all = () => elements.forEach(show);
  onLook(all);
  let width = innerWidth;
  addEventListener("resize", () => {
    if (innerWidth === width) return;
    width = innerWidth;
    all();
  });
  addEventListener("beforeprint", () => {
    root.classList.add("printing");
    all();
  });
  addEventListener("afterprint", () => {
    root.classList.remove("printing");
    all();
  });
}
