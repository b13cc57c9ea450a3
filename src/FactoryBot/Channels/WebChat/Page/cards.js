// What Web Chat's small script leaves out: words with marks, and cards, which Microsoft's own renderer draws.
'use strict';
window.FactoryCards = (() => {
  const kind = 'application/vnd.microsoft.card.adaptive';
  const marks = /\\([!-/:-@[-`{-~])|\[((?:\\.|[^\]\\])*)\]\((https?:\/\/[^)\s]+)\)|\*\*(?=\S)((?:\\.|[^\\])*?\S)\*\*|(?<![\w*])([*_])(?=[^\s*_])((?:\\.|[^\\])*?[^\s\\])\5(?![\w*])|`([^`]+)`/g;
  let renderer = null;

  const safe = (text) => text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

  function line(text) {
    let html = '';
    let at = 0;
    for (const m of text.matchAll(marks)) {
      html += safe(text.slice(at, m.index));
      at = m.index + m[0].length;
      if (m[1]) html += safe(m[1]);
      else if (m[3]) html += `<a href="${safe(m[3])}" target="_blank" rel="noopener noreferrer">${line(m[2])}</a>`;
      else if (m[4]) html += `<strong>${line(m[4])}</strong>`;
      else if (m[6]) html += `<em>${line(m[6])}</em>`;
      else html += `<code>${safe(m[7])}</code>`;
    }
    return html + safe(text.slice(at));
  }

  // The host escapes what people and documents say; of HTML nothing passes.
  const markdown = (text) => text.split(/\n{2,}/).map((p) => `<p>${line(p).replaceAll('\n', '<br>')}</p>`).join('');

  // Only when it is needed, or when there is nothing else to do.
  function load() {
    renderer ??= new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = document.querySelector('link[rel=prefetch]').href;
      script.onload = () => {
        window.AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
          result.outputHtml = markdown(text);
          result.didProcess = true;
        };
        resolve(window.AdaptiveCards);
      };
      script.onerror = reject;
      document.head.append(script);
    });
    return renderer;
  }

  async function draw(node, content, look, press) {
    const { AdaptiveCard, HostConfig, OpenUrlAction, SubmitAction } = await load();
    const card = new AdaptiveCard();
    card.hostConfig = new HostConfig(look());
    card.onExecuteAction = (action) => {
      if (action instanceof OpenUrlAction) window.open(action.url, '_blank', 'noopener');
      else if (action instanceof SubmitAction) press(action.data);
    };
    card.parse(content);
    const drawn = card.render();
    node.replaceChildren(...drawn ? [drawn] : []);
  }

  /** For the conversation of this store. Cards are drawn into elements that Web Chat places. */
  function middleware(store, look) {
    const press = (value) => store.dispatch({ type: 'WEB_CHAT/SEND_POST_BACK', payload: { value } });
    const places = new WeakMap();
    const drawn = new Map();
    const place = ({ content }) => {
      let node = null;
      return (now) => {
        if (node) drawn.delete(node);
        node = now;
        if (!node) return;
        drawn.set(node, content);
        draw(node, content, look, press);
      };
    };
    const attachments = () => (next) => (shown) => {
      const { attachment } = shown;
      if (attachment?.contentType !== kind) return next(shown);
      if (!places.has(attachment)) places.set(attachment, place(attachment));
      // An element as the client's own library makes them, with a place for the card instead of what it would show.
      const other = next({ ...shown, attachment: { contentType: 'application/octet-stream', name: '' } });
      return { ...other, type: 'div', key: null, ref: places.get(attachment), props: { className: 'card' } };
    };
    return { attachments, again: () => drawn.forEach((content, node) => draw(node, content, look, press)) };
  }

  return { load, markdown, middleware };
})();
