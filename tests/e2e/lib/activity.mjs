// Messages as Teams sends them.

const TENANT = '00000000-0000-4000-8000-0000000000aa';
let count = 0;

export function message({ serviceUrl, conversation, person = 'Ana Ruiz', text, id = `${Date.now()}${String(count++).padStart(6, '0')}` }) {
  const now = new Date().toISOString();
  return {
    type: 'message',
    id,
    timestamp: now,
    localTimestamp: now,
    localTimezone: 'Europe/Berlin',
    locale: 'en-GB',
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${person.toLowerCase().replaceAll(' ', '-')}`, name: person, aadObjectId: `00000000-0000-4000-8000-${Buffer.from(person).toString('hex').padStart(12, '0').slice(-12)}` },
    recipient: { id: '28:00000000-0000-4000-8000-00000000b007', name: 'FactoryBot' },
    conversation: { id: conversation, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    text,
    textFormat: 'plain',
  };
}
