import { engines } from '../engines';
import { fixtureOver } from './scene';

describe.each(engines)('the host over $name', (engine) => {
  const { start } = fixtureOver(engine);

  describe('the view', () => {
    it('draws templates, wxs, slots and a component that uses itself', async () => {
      const page = (await start('pages/first/index')).page();
      expect(page.text()).toBe('hello\na\nb\nc\ninner\ncaught\nBox 0\nin the slot\nopen\ntoggle');
      await page.tap('toggle');
      expect(page.text()).toMatch(/^HELLO!\na\nB\nc\n/);
      expect(page.has({ className: 'quiet' })).toBe(false);
      // The virtual hosts of <branch> are not nodes, <box> is one.
      expect(page.size()).toEqual({ nodes: 13, depth: 2, mostChildren: 8 });
    });

    it('bubbles a tap, stops it at catch, and tells target from currentTarget', async () => {
      const page = (await start('pages/first/index')).page();
      await page.tap('inner');
      expect(page.text()).toContain('[inner/inner](outer/inner)');
      await page.tap('caught');
      expect(page.text()).toContain('[inner/inner](outer/inner)[caught/caught]');
    });

    it('hears a component’s own event', async () => {
      const page = (await start('pages/first/index')).page();
      await page.tap('open');
      await page.tap('open');
      expect(page.text()).toContain('Box 2');
      expect(page.text()).toContain('opened 2');
    });

    it.each(['edcba', 'bcde', 'zabcde', 'cxaey', 'a', 'badce', 'eabcd', ''])('brings the rows from abcde to %s with what was typed in them', async (ids) => {
      const hosted = await start('pages/list/index');
      const page = hosted.page();
      await page.type('note a', 'in a');
      await page.type('note c', 'in c');
      await page.tap('b0');
      expect(page.text()).toBe('a0\nb1\nc0\nd0\ne0');
      hosted.callPage('order', ids);
      await hosted.settle();
      expect(page.all({ className: 'row' }).map((row) => row.dataset.index)).toEqual(Array.from(ids, (_id, index) => index));
      expect(page.text()).toBe(Array.from(ids, (id) => `${id}0`).join('\n'));
      for (const id of ids) expect(page.value(`note ${id}`)).toBe('ac'.includes(id) ? `in ${id}` : '');
    });

    it('has controls that hold what the person does', async () => {
      const page = (await start('pages/form/index')).page();
      await page.type('Name', 'abcdefgh');
      expect(page.text()).toContain('focus:"" input:"abcde" blur:"abcde"');
      await page.confirm('Name');
      await page.type('Text', 'mine');
      await page.pick('Colour red', 'blue');
      expect(page.text()).toContain('Colour blue');
      await expect(page.pick('Colour blue', 'green')).rejects.toThrow('no "green"');
      await page.check('X');
      await page.check('Y', false);
      await page.tap('Two');
      await page.check('Switch');
      expect(page.text()).toContain('confirm:"abcde" ticks:["x","y"] ticks:["x"] choice:"2" switch:true');
      expect([page.checked('X'), page.checked('Y'), page.checked('One'), page.checked('Two')]).toEqual([true, false, false, true]);
      await page.tap('Send');
      expect(JSON.parse(page.text().split('\n').at(-1) ?? '')).toEqual({ name: 'abcde', text: 'mine', colour: 1, ticks: ['x'], choice: '2', on: true });
      await page.tap('Reset');
      expect(page.value('Text')).toBe('second');
      await expect(page.tap('Off')).rejects.toThrow('disabled');
    });

    it('says what it could not find, and what it found twice', async () => {
      const page = (await start('pages/list/index')).page();
      expect(() => page.find('absent')).toThrow("Nothing on the page for 'absent'. The page reads:\na0");
      expect(() => page.find({ className: 'row' })).toThrow('5 matches');
      expect(page.find({ className: 'row', nth: 3 }).dataset.index).toBe(3);
      expect(page.all('0')).toHaveLength(5);
    });
  });
});
