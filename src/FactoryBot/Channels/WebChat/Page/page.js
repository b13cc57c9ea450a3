// The chat page: who is at it, the conversation that this tab is in, and Web Chat around it.
'use strict';
(() => {
  const line = `${location.origin}/v3/directline`;
  const at = (id) => document.getElementById(id);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const kept = {
    get: (name) => { try { return sessionStorage.getItem(name); } catch (nothing) { return null; } },
    set: (name, value) => { try { value === null ? sessionStorage.removeItem(name) : sessionStorage.setItem(name, value); } catch (nothing) { /* a tab without storage keeps nothing */ } },
  };
  let current = null;

  const json = async (address, options) => {
    const answer = await fetch(address, options);
    if (!answer.ok) throw Object.assign(new Error(`${address} ${answer.status}`), { status: answer.status });
    return answer.json();
  };
  const loaded = new Promise((resolve) => { addEventListener('DOMContentLoaded', resolve); });
  const begun = json('/chat/start');

  function notice(text) {
    at('notice').textContent = text;
    at('notice').hidden = !text;
  }

  // A token for the conversation of this tab, or for a new one.
  async function token(person, fresh) {
    const old = fresh ? null : JSON.parse(kept.get(`talk:${person}`) ?? 'null');
    if (old) {
      const again = await json(`${line}/tokens/refresh`, { method: 'POST', headers: { Authorization: `Bearer ${old.token}` } }).catch(() => null);
      if (again) return keep(person, again, true);
    }
    const key = kept.get('key');
    const opened = key
      ? await json(`${line}/tokens/generate`, { method: 'POST', headers: { Authorization: `Bearer ${key}` } })
      : await json(`/chat/token?member=${encodeURIComponent(person)}`, { method: 'POST' });
    return keep(person, opened, false);
  }

  function keep(person, opened, known) {
    kept.set(`talk:${person}`, JSON.stringify(opened));
    return { ...opened, known };
  }

  const look = () => (dark.matches
    ? { back: '#1f1f1f', bubble: '#2b2b2b', own: '#0b4f94', text: '#f0f0f0', soft: '#b8b8b8', line: '#3d3d3d', accent: '#6cb2f5', good: '#6fcf97', warn: '#f2b93b', bad: '#ff8f80' }
    : { back: '#ffffff', bubble: '#f3f4f6', own: '#dcebfa', text: '#242424', soft: '#5c5c5c', line: '#dcdcdc', accent: '#0b5cad', good: '#107c10', warn: '#9d5d00', bad: '#c50f1f' });

  function styles(c) {
    return {
      backgroundColor: c.back, accent: c.accent, subtle: c.soft, primaryFont: "'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif",
      bubbleBackground: c.bubble, bubbleTextColor: c.text, bubbleBorderWidth: 0, bubbleBorderRadius: 8, bubbleMaxWidth: 640, bubbleMinWidth: 120,
      bubbleFromUserBackground: c.own, bubbleFromUserTextColor: c.text, bubbleFromUserBorderWidth: 0, bubbleFromUserBorderRadius: 8,
      sendBoxBackground: c.back, sendBoxTextColor: c.text, sendBoxPlaceholderColor: c.soft, sendBoxButtonColor: c.soft, sendBoxBorderTop: `1px solid ${c.line}`,
      timestampColor: c.soft, cardEmphasisBackgroundColor: c.bubble, hideScrollToEndButton: false,
      suggestedActionLayout: 'flow', suggestedActionBackgroundColor: c.back, suggestedActionBorderColor: c.accent, suggestedActionTextColor: c.accent,
      suggestedActionBorderRadius: 16, suggestedActionHeight: 34, transcriptOverlayButtonBackground: c.bubble, transcriptOverlayButtonColor: c.text,
      spinnerAnimationBackgroundImage: 'none', autoScrollSnapOnPage: 1, autoScrollSnapOnPageOffset: -64, groupTimestamp: 300000, sendTimeout: 30000, maxMessageLength: 20000, adaptiveCardsParserMaxVersion: '1.5',
    };
  }

  function cardLook(c) {
    const colors = { default: { default: c.text, subtle: c.soft }, dark: { default: c.text, subtle: c.soft }, light: { default: c.soft, subtle: c.soft },
      accent: { default: c.accent, subtle: c.accent }, good: { default: c.good, subtle: c.good }, warning: { default: c.warn, subtle: c.warn }, attention: { default: c.bad, subtle: c.bad } };
    const style = (back) => ({ backgroundColor: back, foregroundColors: colors });
    return {
      fontFamily: "'Segoe UI', 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif",
      fontSizes: { small: 12, default: 14, medium: 16, large: 18, extraLarge: 26 },
      actions: { maxActions: 6, actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8 },
      containerStyles: { default: style(c.bubble), emphasis: style(c.back), good: style(c.bubble), attention: style(c.bubble), warning: style(c.bubble), accent: style(c.bubble) },
      separator: { lineThickness: 1, lineColor: c.line }, supportsInteractivity: true,
    };
  }

  async function open(person, fresh) {
    notice('');
    // While the script is still on its way.
    const opened = await token(person, fresh);
    const talk = await json(opened.known ? `${line}/conversations/${opened.conversationId}?watermark=0` : `${line}/conversations`,
      { method: opened.known ? 'GET' : 'POST', headers: { Authorization: `Bearer ${opened.token}` } });
    await loaded;
    clearInterval(current?.directLine.refreshed);
    current?.directLine.end();
    const directLine = window.WebChat.createDirectLine({
      domain: line, token: opened.token, conversationId: talk.conversationId, streamUrl: talk.streamUrl, watermark: '0', webSocket: true,
    });
    const store = window.WebChat.createStore();
    current = { person, directLine, store, cards: window.FactoryCards.middleware(store, () => cardLook(look())) };
    const heard = directLine.activity$.subscribe(() => {
      performance.mark('connected');
      heard.unsubscribe();
    });
    directLine.connectionStatus$.subscribe((status) => {
      if (status === 2) {
        notice('');
      } else if (status === 3) {
        notice('This conversation has ended here. Press “New” to go on.');
      } else if (status === 4 || status === 5) {
        notice('The connection is lost. Trying again …');
      }
    });
    directLine.refreshed = setInterval(async () => {
      const again = await json(`${line}/tokens/refresh`, { method: 'POST', headers: { Authorization: `Bearer ${directLine.token}` } }).catch(() => null);
      if (again) directLine.token = keep(person, again, true).token;
    }, 600000);
    draw();
  }

  function draw() {
    const c = look();
    window.WebChat.renderWebChat({
      directLine: current.directLine, store: current.store, locale: 'en-US',
      styleOptions: styles(c), renderMarkdown: window.FactoryCards.markdown, attachmentMiddleware: current.cards.attachments,
    }, at('chat'));
    const ready = new MutationObserver(() => {
      if (!at('chat').querySelector('[data-id="webchat-sendbox-input"], .webchat__send-box-text-box__input')) return;
      ready.disconnect();
      performance.mark('usable');
      window.FactoryCards.load();
    });
    ready.observe(at('chat'), { childList: true, subtree: true });
  }

  async function enter() {
    const start = await begun;
    const door = !start.open && !kept.get('key');
    at('door').hidden = !door;
    at('chat').hidden = door;
    at('fresh').hidden = door;
    if (door) return;
    at('who').hidden = !start.open;
    const person = start.open ? kept.get('person') ?? 'owner' : 'key';
    if (start.open && at('person').options.length === 0) {
      for (const p of start.people) at('person').add(new Option(`${p.name}, ${p.work.toLowerCase()}`, p.key));
      at('person').value = person;
    }
    try {
      await open(person, false);
    } catch (error) {
      if (error.status === 401 && kept.get('key')) {
        kept.set('key', null);
        await enter();
        notice('This key is not known here, or it has been revoked.');
        return;
      }
      notice('FactoryBot cannot be reached. Load the page again in a moment.');
    }
  }

  addEventListener('DOMContentLoaded', () => {
    at('person').addEventListener('change', async () => {
      kept.set('person', at('person').value);
      await open(at('person').value, false);
    });
    at('fresh').addEventListener('click', () => open(current?.person ?? 'key', true));
    at('door').addEventListener('submit', (event) => {
      event.preventDefault();
      kept.set('key', at('key').value.trim());
      at('key').value = '';
      enter();
    });
    dark.addEventListener('change', () => {
      if (!current) return;
      draw();
      current.cards.again();
    });
  });
  enter();
})();
