// What Teams knows beyond the open-source renderer, property by property: a slip in one of ours is found here and not in a user's chat.
const common = ['type', 'id', 'isVisible', 'separator', 'spacing', 'horizontalAlignment', 'targetWidth', 'fallback'];
const chart = [...common, 'title', 'showTitle', 'showLegend', 'colorSet', 'maxWidth'];
const axes = [...chart, 'xAxisTitle', 'yAxisTitle'];
const color = /^(good|warning|attention|neutral|categorical(Red|Purple|Lavender|Blue|LightBlue|Teal|Green|Lime|Marigold))$/;

const point = { x: 'string', y: 'number' };
const bar = { x: 'string', y: 'number', 'color?': color };
const slice = { legend: 'string', value: 'number', 'color?': color };
const series = { legend: 'string', values: [point], 'color?': color };

/** type -> properties that it may have, and the shape of those that matter */
export const teamsTypes = {
  Badge: { may: [...common, 'text', 'icon', 'style', 'appearance', 'tooltip'], shape: { text: 'string', 'style?': /^(Default|Subtle|Informative|Accent|Good|Attention|Warning)$/, 'appearance?': /^(Filled|Tint)$/ } },
  ProgressBar: { may: [...common, 'value', 'max', 'color'], shape: { 'value?': 'number', max: 'number', 'color?': /^(Accent|Good|Warning|Attention)$/ } },
  Icon: { may: [...common, 'name', 'color', 'altText'], shape: { name: 'string' } },
  CodeBlock: { may: [...common, 'codeSnippet', 'language'], shape: { codeSnippet: 'string' } },
  'Chart.Line': { may: [...axes, 'data', 'yMin', 'yMax'], shape: { title: 'string', data: [series], 'yMin?': 'number', 'yMax?': 'number' } },
  'Chart.VerticalBar': { may: [...axes, 'data', 'showBarValues', 'yMin', 'yMax'], shape: { title: 'string', data: [bar] } },
  'Chart.VerticalBar.Grouped': { may: [...axes, 'data', 'stacked', 'showBarValues', 'yMin', 'yMax'], shape: { title: 'string', data: [series] } },
  'Chart.HorizontalBar': { may: [...axes, 'data', 'displayMode'], shape: { title: 'string', data: [bar], 'displayMode?': /^(AbsoluteWithAxis|AbsoluteNoAxis|PartToWhole)$/ } },
  'Chart.HorizontalBar.Stacked': { may: [...axes, 'data'], shape: { title: 'string', data: [{ title: 'string', data: [slice] }] } },
  'Chart.Donut': { may: [...chart, 'data', 'value'], shape: { title: 'string', data: [slice], 'value?': 'string' } },
  'Chart.Pie': { may: [...chart, 'data'], shape: { title: 'string', data: [slice] } },
  'Chart.Gauge': { may: [...chart, 'value', 'min', 'max', 'segments', 'valueFormat', 'subLabel'], shape: { value: 'number', min: 'number', max: 'number', 'segments?': [{ legend: 'string', size: 'number', color }], 'valueFormat?': /^(Percentage|Fraction)$/ } },
};

/** Everything that is wrong with the Teams elements of a card, one sentence each. */
export function wrongTeamsElements(card) {
  const wrong = [];
  const walk = (node, path) => {
    if (Array.isArray(node)) { node.forEach((item, i) => walk(item, `${path}[${i}]`)); return; }
    if (node === null) { wrong.push(`${path} is null`); return; }
    if (typeof node !== 'object') return;
    const known = teamsTypes[node.type];
    if (known) {
      for (const name of Object.keys(node).filter((n) => !known.may.includes(n))) wrong.push(`${path} (${node.type}) has an unknown property ${name}`);
      wrong.push(...misshapen(node, known.shape, `${path} (${node.type})`));
      if (!node.fallback) wrong.push(`${path} (${node.type}) has no fallback`);
    }
    for (const [name, value] of Object.entries(node)) walk(value, `${path}.${name}`);
  };
  walk(card, 'card');
  return wrong;
}

function misshapen(node, shape, path) {
  return Object.entries(shape).flatMap(([name, wanted]) => {
    const key = name.replace('?', '');
    const value = node[key];
    if (value === undefined) return name.endsWith('?') ? [] : [`${path} has no ${key}`];
    if (Array.isArray(wanted)) {
      if (!Array.isArray(value) || value.length === 0) return [`${path}.${key} is empty`];
      return value.flatMap((item, i) => [
        ...Object.keys(item).filter((n) => !(n in wanted[0]) && !(`${n}?` in wanted[0])).map((n) => `${path}.${key}[${i}] has an unknown property ${n}`),
        ...misshapen(item, wanted[0], `${path}.${key}[${i}]`)]);
    }
    if (wanted instanceof RegExp) return wanted.test(value) ? [] : [`${path}.${key} is '${value}'`];
    return typeof value === wanted ? [] : [`${path}.${key} is a ${typeof value}, not a ${wanted}`];
  });
}
