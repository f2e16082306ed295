// Charts are links drawn from JSON beside them; the table beneath says the same.
import { BarChart, CustomChart, LineChart, LinesChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

echarts.use([
  AriaComponent, BarChart, CanvasRenderer, CustomChart, GridComponent, LegendComponent, LineChart,
  LinesChart, MarkLineComponent, ScatterChart, TooltipComponent,
]);

const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colours = () => [1, 2, 3, 4, 5, 6].map((n) => token(`--chart-${n}`));
const ink = () => getComputedStyle(document.body).color;
const shape = ["circle", "rect", "triangle", "diamond", "roundRect", "pin"];
const words = (data, name, otherwise) => data.words?.[name] ?? otherwise;

const base = () => ({
  color: colours(),
  textStyle: { fontFamily: "Inter, system-ui, sans-serif", color: ink() },
  animation: !matchMedia("(prefers-reduced-motion: reduce)").matches,
  tooltip: { renderMode: "richText", confine: true },
});

const legend = () => ({ textStyle: { color: ink() }, bottom: 0 });
const hidden = { show: false, scale: true };

const opinionMap = (data) => ({
  ...base(),
  legend: legend(),
  grid: { left: 10, right: 10, top: 10, bottom: 40 },
  xAxis: hidden,
  yAxis: hidden,
  series: data.groups.map((group, n) => ({
    type: "scatter",
    name: group.label,
    symbol: shape[n % shape.length],
    symbolSize: (point) => 4 + 2.4 * Math.sqrt(point[2]),
    itemStyle: { opacity: 0.72 },
    data: group.points.map((point) => ({ value: point, url: group.url })),
    tooltip: { formatter: ({ value }) => `${group.label}: ${value[2]}` },
  })),
});

const category = (rows, room) => ({
  type: "category",
  inverse: true,
  data: rows.map((row) => row.label),
  axisLabel: { color: ink(), width: Math.min(260, room * 0.36), overflow: "truncate", hideOverlap: true },
});

const beside = (room) => ({ left: Math.min(275, room * 0.36 + 15), right: 40, top: 10, bottom: 40 });

const bars = (data, room) => ({
  ...base(),
  legend: legend(),
  grid: beside(room),
  xAxis: { type: "value", splitNumber: room < 500 ? 2 : 5, axisLabel: { color: ink(), hideOverlap: true } },
  yAxis: category(data.rows, room),
  series: [["agree", 1], ["disagree", 2], ["pass", 3]].map(([key], n) => ({
    type: "bar",
    stack: "all",
    name: words(data, key, key),
    itemStyle: { color: [token("--chart-2"), token("--chart-3"), "#9aa5b5"][n] },
    data: data.rows.map((row) => ({ value: row[key], url: row.url })),
  })),
});

const participation = (data, room) => ({
  ...base(),
  grid: beside(room),
  xAxis: { type: "value", max: 100, interval: room < 500 ? 50 : 20, axisLabel: { color: ink(), formatter: "{value} %" } },
  yAxis: category(data.rows, room),
  series: [{
    type: "bar",
    showBackground: true,
    itemStyle: { color: token("--chart-2") },
    data: data.rows.map((row) => ({ value: Math.round((100 * row.value) / row.size), url: row.url })),
  }],
});

const lines = (data) => ({
  ...base(),
  legend: legend(),
  grid: { left: 45, right: 15, top: 10, bottom: 60 },
  xAxis: { type: "category", data: data.days, axisLabel: { color: ink() } },
  yAxis: { type: "value", axisLabel: { color: ink() } },
  series: data.series.map((one) => ({ type: "line", name: one.label, data: one.values })),
});

const span = (_, api) => {
  const [from, to] = [0, 1].map((n) => api.coord([api.value(n), api.value(2)]));
  return {
    type: "line",
    shape: { x1: from[0], y1: from[1], x2: to[0], y2: to[1] },
    style: { stroke: ink(), lineWidth: 2 },
  };
};

const measures = (data, room) => ({
  ...base(),
  grid: beside(room),
  xAxis: { type: "value", splitNumber: room < 500 ? 2 : 5, axisLabel: { color: ink(), hideOverlap: true } },
  yAxis: category(data.labels.map((label) => ({ label })), room),
  series: [
    { type: "bar", itemStyle: { color: token("--chart-2") }, data: data.values },
    ...(data.low && data.high
      ? [{
        type: "custom",
        renderItem: span,
        silent: true,
        z: 3,
        encode: { x: [0, 1], y: 2 },
        data: data.low.map((low, n) => [low, data.high[n], n]).filter(([low, high]) => low !== null && high !== null),
      }]
      : []),
  ],
});

const band = (data, at) => {
  const edge = { type: "line", stack: "band", stackStrategy: "all", symbol: "none", silent: true, lineStyle: { opacity: 0 } };
  return [
    { ...edge, data: data.low.map((low, n) => at(n, low)) },
    {
      ...edge,
      areaStyle: { color: token("--chart-2"), opacity: 0.18 },
      data: data.high.map((high, n) => at(n, high === null || data.low[n] === null ? null : high - data.low[n])),
    },
  ];
};

const curve = (data) => {
  const worded = data.x.some((one) => typeof one === "string");
  const at = (n, value) => [data.x[n], value];
  const axis = { axisLabel: { color: ink(), hideOverlap: true } };
  const mark = data.mark === null || data.mark === undefined
    ? {}
    : { markLine: { symbol: "none", label: { show: false }, lineStyle: { color: token("--coral") }, data: [{ xAxis: data.mark }] } };
  return {
    ...base(),
    legend: { ...legend(), data: Object.keys(data.lines) },
    grid: { left: 60, right: 20, top: 15, bottom: 60 },
    xAxis: worded ? { type: "category", data: data.x, ...axis } : { type: "value", scale: true, ...axis },
    yAxis: { type: "value", scale: true, ...axis },
    series: [
      ...(data.low && data.high ? band(data, at) : []),
      ...Object.entries(data.lines).map(([name, values], n) => ({
        type: "line",
        name,
        symbolSize: 5,
        data: values.map((value, m) => at(m, value)),
        ...(n ? {} : mark),
      })),
    ],
  };
};

const points = (data) => {
  const groups = data.group ?? data.x.map(() => "");
  const of = (name) => data.x.flatMap((x, n) => (groups[n] === name ? [{ value: [x, data.y[n]], name: data.label?.[n] }] : []));
  return {
    ...base(),
    legend: legend(),
    grid: { left: 60, right: 20, top: 15, bottom: 60 },
    xAxis: { type: "value", scale: true, axisLabel: { color: ink() } },
    yAxis: { type: "value", scale: true, axisLabel: { color: ink() } },
    series: [...new Set(groups)].map((name, n) => ({
      type: "scatter",
      name,
      symbol: shape[n % shape.length],
      symbolSize: 7,
      data: of(name),
      tooltip: { formatter: (point) => point.name || name },
    })),
  };
};

// The whole thread: a dot for each thing, in rings around the middle; lines only to the rings nearest it.
// Rings are circles whatever the window's shape: what stands equally far from the star looks so.
const sky = (data, width, height) => {
  // Those next to the middle say their names, where there is room: all, or those that more hangs on.
  const near = data.up.filter((up) => up === 0).length;
  const carries = new Set(data.up);
  const named = (n) => width > 600 && data.up[n] === 0 && near < 40 && (near < 9 || carries.has(n));
  const spots = data.ref.map((ref, n) => ({
    value: [data.x[n], data.y[n]], name: data.name[n], url: data.url?.[n] ?? `${data.walk}?at=${ref}`, kind: data.kind[n],
    label: { show: named(n) },
  }));
  const lines = data.up.flatMap((up, n) => (up >= 0 && n < 1500 ? [{ coords: [spots[up].value, spots[n].value] }] : []));
  const axis = { ...hidden, min: -1.05, max: 1.05 };
  const side = Math.max(120, Math.min(width - 16, height - 56));
  const dot = spots.length > 4000 ? 3 : spots.length > 600 ? 5 : 9;
  return {
    ...base(),
    legend: { ...legend(), type: "scroll" },
    grid: { left: (width - side) / 2, top: 8, width: side, height: side },
    xAxis: axis,
    yAxis: axis,
    series: [
      { type: "lines", coordinateSystem: "cartesian2d", silent: true, data: lines, lineStyle: { color: ink(), width: 1, opacity: 0.35 } },
      ...data.kinds.map((name, kind) => ({
        name, type: "scatter", symbol: shape[kind % shape.length], symbolSize: dot, progressive: 4000,
        label: { position: "bottom", color: ink(), formatter: "{b}", width: 140, overflow: "truncate" },
        labelLayout: { hideOverlap: true },
        data: spots.filter((spot, n) => n && spot.kind === kind),
      })),
      { type: "scatter", symbolSize: 26, data: spots.slice(0, 1), itemStyle: { color: token("--star") } },
    ],
    tooltip: { ...base().tooltip, formatter: ({ data: { name, kind } }) => `${data.kinds[kind]}: ${name}` },
  };
};

const kinds = { "opinion-map": opinionMap, bars, curve, lines, measures, participation, points, sky };

function draw(place) {
  if (echarts.getInstanceByDom(place)) return;
  const data = JSON.parse(document.getElementById(place.dataset.source).textContent);
  const chart = echarts.init(place, null, { renderer: "canvas" });
  const show = () => chart.setOption({ ...kinds[place.dataset.chart](data, place.clientWidth, place.clientHeight), aria: { enabled: true, description: data.summary } }, true);
  show();
  chart.on("click", ({ data: datum }) => datum?.url && location.assign(datum.url));
  new ResizeObserver(() => {
    chart.resize();
    show();
  }).observe(place);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
}

const drawAll = (within) => within.querySelectorAll("[data-chart]").forEach(draw);
drawAll(document);
document.addEventListener("htmx:afterSwap", () => drawAll(document));
