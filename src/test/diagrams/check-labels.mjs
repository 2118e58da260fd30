// Draws each diagram in the system's Chromium and fails where a word is broken or a label lies on something.
// node check-labels.mjs <folder with node_modules> <browser> <diagram>…

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const [folder, browser, ...diagrams] = process.argv.slice(2);
const viewer = readFileSync(join(folder, 'node_modules/bpmn-js/dist/bpmn-viewer.production.min.js'), 'utf8');
const inScript = (text) => text.replace(/<\/script/g, '<\\/script');
const literal = (value) => JSON.stringify(value).replace(/</g, '\\u003c');

/** Runs in the page. The font is the widest of the usual ones, and every Debian has it: what fits in it fits in the others. */
async function check(xml) {
  const GAP = 2;
  const findings = [];
  const drawn = new BpmnJS({
    container: '#canvas',
    textRenderer: { defaultStyle: { fontFamily: '"DejaVu Sans", Arial, sans-serif' } },
  });
  await drawn.importXML(xml);
  const elements = drawn.get('elementRegistry').filter((element) => element.parent);
  const graphics = (element) => drawn.get('elementRegistry').getGraphics(element).querySelector('.djs-visual');
  const box = (node) => {
    const { left, top, right, bottom } = node.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const origin = document.querySelector('#canvas .viewport').getCTM();
  const shown = ({ x, y }) => ({ x: x * origin.a + origin.e, y: y * origin.d + origin.f });
  const around = (points, gap = 0) => ({
    left: Math.min(...points.map((point) => point.x)) - gap,
    top: Math.min(...points.map((point) => point.y)) - gap,
    right: Math.max(...points.map((point) => point.x)) + gap,
    bottom: Math.max(...points.map((point) => point.y)) + gap,
  });
  const corners = ({ x, y, width, height }) =>
    [{ x, y }, { x: x + width, y }, { x: x + width, y: y + height }, { x, y: y + height }].map(shown);
  const lines = (points) => points.slice(1).map((point, i) => around([points[i], point], GAP));
  const overlap = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const contains = (a, b) => a.left <= b.left && a.top <= b.top && a.right >= b.right && a.bottom >= b.bottom;
  const isText = (element) => element.type === 'label';
  const isLine = (element) => Boolean(element.waypoints);
  const isRoom = (element) => element.type === 'bpmn:SubProcess';

  const labels = elements.flatMap((element) => {
    const text = graphics(element).querySelector('text');
    return text ? [{ element, text, box: box(text), name: element.businessObject.name }] : [];
  });
  const things = elements.filter((element) => !isText(element)).flatMap((element) => {
    const name = element.businessObject.name || element.id;
    if (isLine(element)) {
      return lines(element.waypoints.map(shown)).map((part) => ({ element, what: `the line ${element.id}`, box: part }));
    }
    if (isRoom(element)) {
      const [first, ...others] = corners(element);
      return lines([first, ...others, first]).map((part) => ({ element, what: `the border of “${name}”`, box: part }));
    }
    return [{ element, what: `“${name}” (${element.id})`, box: around(corners(element)) }];
  });

  for (const { element, text, box: label, name } of labels) {
    const words = [...text.querySelectorAll('tspan')].map((line) => line.textContent.trim()).join(' ');
    if (words !== name) {
      findings.push(`“${name}” is broken inside a word: “${words}”`);
    }
    const own = things.filter((thing) => thing.element === element && !isLine(element) && !isRoom(element));
    if (own.length && !own.every((thing) => contains(thing.box, label))) {
      findings.push(`“${name}” (${element.id}) is larger than its shape`);
    }
    const icons = [...graphics(element).querySelectorAll('path, circle, polyline')];
    if (!isText(element) && icons.some((icon) => overlap(box(icon), label))) {
      findings.push(`“${name}” (${element.id}) lies on its icon`);
    }
    for (const thing of things) {
      if (!own.includes(thing) && overlap(thing.box, label)) {
        findings.push(`“${name}” (${element.id}) lies on ${thing.what}`);
      }
    }
    for (const other of labels) {
      if (other.element.id > element.id && overlap(other.box, label)) {
        findings.push(`“${name}” (${element.id}) lies on “${other.name}” (${other.element.id})`);
      }
    }
  }
  const named = elements.filter((element) => !isText(element) && element.businessObject.name);
  if (labels.length !== named.length) {
    findings.push(`${named.length} elements have a name, ${labels.length} show one`);
  }
  return { labels: labels.length, findings };
}

let failed = false;
for (const diagram of diagrams) {
  const page = join(folder, `${basename(diagram)}.html`);
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><style>body { margin: 0 } #canvas { width: 6000px; height: 3000px }</style><div id="canvas"></div><pre id="outcome"></pre>
<script>${inScript(viewer)}</script>
<script>
${inScript(check.toString())}
check(${literal(readFileSync(diagram, 'utf8'))})
  .catch((error) => ({ labels: 0, findings: [String(error)] }))
  .then((outcome) => { document.getElementById('outcome').textContent = '[' + encodeURIComponent(JSON.stringify(outcome)) + ']'; });
</script>`,
  );
  const dom = execFileSync(
    browser,
    ['--headless', '--no-sandbox', '--disable-gpu', '--virtual-time-budget=60000', '--dump-dom', `file://${page}`],
    { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const outcome = dom.match(/<pre id="outcome">\[(.*?)\]<\/pre>/);
  const { labels, findings } = outcome
    ? JSON.parse(decodeURIComponent(outcome[1]))
    : { labels: 0, findings: ['the browser did not draw it'] };
  if (!labels || findings.length) {
    failed = true;
    console.error(`${diagram}: ${labels} labels`);
    findings.forEach((finding) => console.error(`  ${finding}`));
  }
}
process.exit(failed ? 1 : 0);
