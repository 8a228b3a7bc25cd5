import { engines } from '../engines';
import { fixtureOver, messages } from './scene';

describe.each(engines)('the host over $name', (engine) => {
  const { start } = fixtureOver(engine);

  describe('the life cycle', () => {
    it('launches the app, then the page with its query', async () => {
      const hosted = await start('pages/first/index?id=7&name=%E8%B4%A8', { scene: 1007 });
      expect(hosted.logs()).toEqual([
        'launch pages/first/index 1007',
        'app show',
        'box attached Box',
        'first load {"id":"7","name":"%E8%B4%A8"} shared 1',
        'first show',
        'first ready',
      ]);
    });

    it('hides and shows with the app', async () => {
      const hosted = await start('pages/second/index');
      await hosted.hide();
      await hosted.show();
      expect(hosted.logs().slice(-4)).toEqual(['second hide', 'app hide', 'app show', 'second show']);
    });

    it('reaches pull-down, the bottom and sharing only where the page has them', async () => {
      const hosted = await start('pages/first/index');
      await hosted.page().pullDown();
      await hosted.page().reachBottom();
      expect(hosted.logs().slice(-2)).toEqual(['first pull', 'first bottom']);
      expect(hosted.calls('stopPullDownRefresh')).toHaveLength(1);
      expect(await hosted.page().share()).toEqual({ title: 'from menu', path: '/pages/first/index?a=1' });
      const second = await hosted.navigate('/pages/second/index');
      await expect(second.pullDown()).rejects.toThrow('enablePullDownRefresh');
      await expect(second.share()).rejects.toThrow('cannot be shared');
    });
  });

  describe('the router', () => {
    it('keeps tabs alive and closes what lies on them', async () => {
      const hosted = await start('pages/first/index');
      await hosted.navigate('/pages/list/index');
      expect(hosted.stack()).toEqual(['pages/first/index', 'pages/list/index']);
      await hosted.navigate('/pages/second/index');
      expect(hosted.stack()).toEqual(['pages/second/index']);
      await hosted.navigate('/pages/first/index');
      const moves = hosted.logs().filter((line) => /^(first|second) /.test(line));
      expect(moves.slice(3)).toEqual(['first hide', 'second load', 'second show', 'second ready', 'second hide', 'first show']);
    });

    it('unloads on the way back, on redirect and on relaunch', async () => {
      const hosted = await start('pages/first/index');
      await hosted.navigate('/pages/list/index');
      await hosted.navigate('/pages/form/index', 'redirectTo');
      expect(hosted.stack()).toEqual(['pages/first/index', 'pages/form/index']);
      await hosted.back();
      expect(hosted.logs().at(-1)).toBe('first show');
      await hosted.navigate('/pages/second/index', 'reLaunch');
      expect(hosted.logs().slice(-5)).toEqual(['first unload', 'box detached', 'second load', 'second show', 'second ready']);
      expect(hosted.stack()).toEqual(['pages/second/index']);
    });

    it.each([
      ['navigateTo', '/pages/second/index', 'can not navigateTo a tabbar page'],
      ['redirectTo', '/pages/second/index', 'can not redirectTo a tabbar page'],
      ['switchTab', '/pages/list/index', 'can not switch to no-tabBar page'],
      ['navigateTo', '/pages/nowhere/index', 'page "pages/nowhere/index" is not found'],
      ['reLaunch', '/one/index', 'page "one/index" is not found'],
    ] as const)('refuses %s to %s', async (kind, url, reason) => {
      const hosted = await start('pages/first/index');
      await expect(hosted.navigate(url, kind)).rejects.toThrow(reason);
      await expect(hosted.back()).rejects.toThrow('cannot navigate back at first page.');
      expect(hosted.stack()).toEqual(['pages/first/index']);
    });

    it('holds ten pages and no more', async () => {
      const hosted = await start('pages/first/index');
      for (let depth = 2; depth <= 10; depth += 1) await hosted.navigate('/pages/list/index');
      await expect(hosted.navigate('/pages/list/index')).rejects.toThrow('webview count limit exceed');
      await hosted.back(99);
      expect(hosted.stack()).toEqual(['pages/first/index']);
    });

    it('opens a sub-package, whose files the main package may not require', async () => {
      const hosted = await start('pages/first/index');
      const page = await hosted.navigate('/extra/one/index?a=1&b=');
      expect(page.text()).toBe('own to the sub-package {"a":"1","b":""}');
      await hosted.navigate('/pages/lab/index?do=crosses');
      expect(messages(hosted)[0]).toContain("requires 'extra/own.js' of the sub-package 'extra'");
    });
  });
});
