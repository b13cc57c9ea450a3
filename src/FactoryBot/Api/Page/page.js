'use strict';

const make = (tag, text, ...children) => {
  const node = document.createElement(tag);
  if (text) node.textContent = text;
  node.append(...children);
  return node;
};

const table = (title, head, rows) => rows.length === 0 ? [] : [make('table', '',
  make('caption', title),
  make('tr', '', ...head.map((h) => make('th', h))),
  ...rows.map((row) => make('tr', '', ...row.map((cell) => make('td', cell)))))];

const nameOf = (reference) => reference.split('/').pop();

function typeOf(schema) {
  if (!schema) return '';
  if (schema.$ref) return nameOf(schema.$ref).replace('JsonElement', 'any JSON');
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.oneOf || schema.anyOf) return (schema.oneOf || schema.anyOf).map(typeOf).filter((t) => t && t !== 'null').join(' | ');
  const type = [].concat(schema.type ?? 'any').filter((t) => t !== 'null').join(' | ');
  return type === 'array' ? `list of ${typeOf(schema.items)}` : type;
}

function fieldsOf(schema, document) {
  const found = schema?.$ref ? document.components?.schemas?.[nameOf(schema.$ref)] : schema;
  return Object.entries(found?.properties ?? {}).map(([name, field]) => [name, typeOf(field), field.description ?? '']);
}

function example(verb, path, operation) {
  const body = operation.requestBody ? ` \\\n  -H 'Content-Type: application/json' -d '{"message": "What was the OEE of Assembly-001 last week?"}'` : '';
  const method = verb === 'get' ? '' : `-X ${verb.toUpperCase()} `;
  return `curl ${method}-H 'Authorization: Bearer fb_...' ${location.origin}${path}${path.endsWith('/chat') ? body : ''}`;
}

function route(path, verb, operation, document) {
  const section = make('section', '',
    make('h2', '', make('span', verb.toUpperCase()), make('code', path)),
    make('p', [operation.summary, operation.description].filter(Boolean).join('. ').replace('..', '.')));
  section.querySelector('span').className = 'verb';
  section.append(
    make('pre', example(verb, path, operation)),
    ...table('Parameters', ['name', 'type', 'meaning'],
      (operation.parameters ?? []).map((p) => [p.name, typeOf(p.schema), p.description ?? ''])),
    ...table('Body', ['field', 'type', 'meaning'],
      fieldsOf(operation.requestBody?.content?.['application/json']?.schema, document)),
    ...table('Answer', ['field', 'type', 'meaning'],
      fieldsOf(operation.responses?.['200']?.content?.['application/json']?.schema, document)),
    ...table('Status codes', ['code', 'meaning'],
      Object.entries(operation.responses ?? {}).map(([code, r]) => [code, r.description ?? ''])));
  return section;
}

async function show() {
  const about = document.getElementById('about');
  const answer = await fetch('/openapi/v1.json');
  if (!answer.ok) { about.textContent = `The description could not be loaded (${answer.status}).`; return; }
  const openapi = await answer.json();
  about.textContent = `Version ${openapi.info.version}. ${openapi.info.description ?? ''}`;
  document.getElementById('routes').append(...Object.entries(openapi.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([verb, operation]) => route(path, verb, operation, openapi))));
}

show();
