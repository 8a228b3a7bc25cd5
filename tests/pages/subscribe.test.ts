const ids = { result: 'template-result', visit: 'template-visit', reply: 'template-reply', survey: 'template-survey' };

/** The app started anew on a platform, with a stage of its own. */
async function start(platform: 'weapp' | 'h5') {
  jest.resetModules();
  const { ok, refused, stage } = await import('../support/taro/taro');
  process.env.TARO_ENV = platform;
  const { askToSubscribe, prepareSubscriptions } = await import('../../src/platform/subscribe');
  stage.answer('message.templates', () => ok({ templates: ids }));
  stage.answer('message.granted', ({ templates }) => ok({ templates }));
  const settle = () => new Promise((resume) => setTimeout(resume));
  return {
    ...{ ok, refused, stage, settle, ask: askToSubscribe },
    prepare: async () => {
      prepareSubscriptions();
      await settle();
    },
    granted: () => stage.sentTo('message.granted').map(({ input }) => input),
  };
}

afterAll(() => {
  process.env.TARO_ENV = 'h5';
});

it('asks within the tap and reports what the person allowed', async () => {
  const { stage, settle, ask, prepare, granted } = await start('weapp');
  await prepare();
  stage.subscriptionAnswers = { 'template-result': 'accept', 'template-visit': 'reject', 'template-reply': 'acceptWithAudio' };
  ask(['result', 'visit', 'reply']);
  expect(stage.subscriptionsAsked).toEqual([['template-result', 'template-visit', 'template-reply']]);
  await settle();
  expect(granted()).toEqual([{ templates: ['result', 'reply'] }]);
});

it('asks for three at most, and for none that the mini-program does not have', async () => {
  const { stage, ask, prepare } = await start('weapp');
  await prepare();
  ask(['to-do', 'survey', 'result', 'visit', 'reply']);
  expect(stage.subscriptionsAsked).toEqual([['template-survey', 'template-result', 'template-visit']]);
  ask(['to-do']);
  expect(stage.subscriptionsAsked).toHaveLength(1);
});

it.each([
  ['says no', { 'template-result': 'reject' }],
  ['is banned from being asked', { 'template-result': 'ban' }],
  ['has switched such questions off', null],
])('is silent when the person %s', async (_, answers) => {
  const { stage, settle, ask, prepare, granted } = await start('weapp');
  await prepare();
  stage.subscriptionAnswers = answers;
  ask(['result']);
  await settle();
  expect(stage.subscriptionsAsked).toHaveLength(1);
  expect(granted()).toEqual([]);
  expect(stage.said).toEqual([]);
});

it('reads the templates once, and again after that failed', async () => {
  const { ok, refused, stage, ask, prepare } = await start('weapp');
  stage.answer('message.templates', () => refused('unavailable', '服务暂时不可用，请稍后重试。'));
  await prepare();
  ask(['result']);
  expect(stage.subscriptionsAsked).toEqual([]);
  stage.answer('message.templates', () => ok({ templates: ids }));
  await prepare();
  await prepare();
  expect(stage.sentTo('message.templates')).toHaveLength(2);
  ask(['result']);
  expect(stage.subscriptionsAsked).toEqual([['template-result']]);
});

it('does nothing on H5', async () => {
  const { stage, settle, ask, prepare } = await start('h5');
  await prepare();
  ask(['result']);
  await settle();
  expect([stage.sent, stage.subscriptionsAsked]).toEqual([[], []]);
});
