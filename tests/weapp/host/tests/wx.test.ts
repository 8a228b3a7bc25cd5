import { engines } from '../engines';
import { fixtureOver, messages, out } from './scene';

describe.each(engines)('the host over $name', (engine) => {
  const { start, run } = fixtureOver(engine);

  describe('wx', () => {
    const echo = async (request: Request) =>
      Response.json({ url: request.url, method: request.method, body: await request.text(), test: request.headers.get('x-test') }, { status: 418 });

    it('carries a request to the handed-in fetch; any status is an answer', async () => {
      expect(out(await run('asks', { fetch: echo }))).toBe(
        '418 {"url":"https://api.test/echo?a=1","method":"POST","body":"{\\"b\\":2}","test":"yes"}',
      );
    });

    it('puts the data of a GET into the query', async () => {
      expect(out(await run('asks&method=GET', { fetch: echo }))).toContain('"url":"https://api.test/echo?a=1&b=2"');
    });

    it('fails without a network, with a broken one, at a bad address and in time', async () => {
      expect(out(await run('asks&url=/relative', { fetch: echo }))).toBe('request:fail invalid url "/relative"');
      const broken = await run('asks', { fetch: () => Promise.reject(new Error('ECONNRESET')) });
      expect(out(broken)).toBe('request:fail ECONNRESET');
      await broken.setNetwork('none');
      await broken.navigate('/pages/lab/index?do=asks');
      expect(out(broken)).toBe('request:fail net::ERR_INTERNET_DISCONNECTED');
      const hanging = await start('pages/list/index', { fetch: () => new Promise(() => undefined) });
      hanging.callPage('ask');
      await hanging.settle({ calls: false });
      expect(hanging.page().text()).toContain('asking');
      await hanging.advance(3000);
      expect(hanging.page().text()).toContain('request:fail timeout');
    });

    it('runs ten requests at once', async () => {
      let running = 0;
      let most = 0;
      const slow = async () => {
        most = Math.max(most, (running += 1));
        await new Promise((resolve) => setTimeout(resolve, 5));
        running -= 1;
        return new Response('{}');
      };
      const hosted = await run('asksMuch', { fetch: slow });
      expect(hosted.calls('request')).toHaveLength(12);
      expect(most).toBe(10);
    });

    it('keeps WeChat’s storage limits', async () => {
      const hosted = await run('stores');
      expect(out(hosted)).toBe(
        'setStorageSync:fail entry size limit reached; setStorageSync:fail exceed storage max size 10Mb; getStorage:fail data not found; ""',
      );
      expect(hosted.storage()).toEqual({ kept: { n: 1 } });
    });

    it('names an API that the host lacks, unless the test answers it', async () => {
      expect(messages(await run('scans'))[0]).toMatch(/^platform rule: wx.scanCode is not in the test host/);
      expect(out(await run('scans', { answers: { scanCode: () => ({ result: 'code 7' }) } }))).toBe('code 7');
    });

    it('answers a modal as the test says', async () => {
      expect(out(await run('modal'))).toBe('confirm true');
      const hosted = await run('modal', { answers: { showModal: () => ({ confirm: false, cancel: true }) } });
      expect(out(hosted)).toBe('confirm false');
      expect(hosted.calls('showModal')).toEqual([{ name: 'showModal', options: { title: 'sure?' }, rest: [] }]);
    });

    it('asks for messages only inside a tap', async () => {
      const hosted = await run('subscribesAtOnce');
      expect(out(hosted)).toBe('requestSubscribeMessage:fail can only be invoked by user TAP gesture.');
      expect(messages(hosted)).toHaveLength(1);
      await hosted.page().tap('subscribe');
      expect(out(hosted)).toBe('{"errMsg":"requestSubscribeMessage:ok","a":"accept","b":"accept"}');
    });

    it('calls cloud functions through the handed-in one', async () => {
      expect(out(await run('calls'))).toContain('cloud.callFunction:fail');
      const hosted = await run('calls', { cloudFunction: (name, data) => Promise.resolve(`${name} ${JSON.stringify(data)}`) });
      expect(out(hosted)).toBe('cloud api {"n":1}');
    });

    it('tells of network and theme changes and of what can be used', async () => {
      const hosted = await run('platform', { systemInfo: { theme: 'dark' } });
      await hosted.setNetwork('none');
      await hosted.setTheme('light');
      expect(out(hosted)).toBe('darktruefalse none light');
    });

    it('selects nodes without a layout', async () => {
      expect(out(await run('measures'))).toBe(',0');
    });
  });
});
