// Reading an answer: its elements, and the percentages that a person sees first.

export function elementsOf(message, field = 'type', wanted = () => true) {
  const found = [];
  const walk = (node) => {
    if (Array.isArray(node)) { node.forEach(walk); return; }
    if (node === null || typeof node !== 'object') return;
    if (typeof node.type === 'string' && typeof node[field] === 'string' && wanted(node)) found.push(node[field]);
    Object.values(node).forEach(walk);
  };
  walk(message.cards);
  return found;
}

/** Every percentage of the answer in order; a message without its own text is read from its card. */
export function figures(message) {
  const words = message.text || elementsOf(message, 'text').join('\n');
  return [...words.matchAll(/-?\d+(?:\.\d+)? ?%/g)].map((m) => m[0].replace(' ', ''));
}
