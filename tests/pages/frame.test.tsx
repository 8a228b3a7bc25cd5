import { stage } from '../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import { CheckBox } from '../../src/components/controls/check-box';
import { Pressable } from '../../src/components/controls/pressable';
import { Page } from '../../src/frame/page';
import { elder } from '../../src/platform/preferences';

beforeEach(() => {
  elder.set(false);
  stage.reset();
});

describe('关怀版', () => {
  const elderPages = () => document.querySelectorAll('.page.elder').length;
  const turn = (name: string) => {
    const [first] = screen.getAllByRole('button', { name });
    if (first) fireEvent.click(first);
  };

  it('is switched on and off for every open page at once', () => {
    render(<Page title='下面的页' />);
    render(<Page title='上面的页' />);
    expect(elderPages()).toBe(0);
    turn('切换到关怀版');
    expect(elderPages()).toBe(2);
    turn('切换到标准版');
    expect(elderPages()).toBe(0);
  });

  it('is remembered when the app starts again', async () => {
    render(<Page title='资讯' />);
    turn('切换到关怀版');
    jest.resetModules();
    const { elder: again } = await import('../../src/platform/preferences');
    expect(again.get()).toBe(true);
  });

  it('works for this visit where nothing can be kept', () => {
    stage.storageBroken = true;
    render(<Page title='资讯' />);
    turn('切换到关怀版');
    expect(elderPages()).toBe(1);
  });
});

describe('the frame around a page', () => {
  it('names the page and leads back from one on top of another', () => {
    render(<Page title='查办理进度' />);
    expect(screen.getByRole('heading', { level: 1, name: '查办理进度' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '返回' }));
    expect(stage.opened).toEqual(['back']);
  });

  it('leads to every tab, and says which one is shown', () => {
    render(<Page tab='/pages/news/index' title='资讯' />);
    expect(screen.queryByRole('button', { name: '返回' })).toBeNull();
    expect(screen.getByRole('link', { current: 'page' }).textContent).toBe('资讯');
    for (const link of screen.getAllByRole('link')) fireEvent.click(link);
    expect(stage.opened).toEqual([
      '/pages/home/index',
      '/pages/news/index',
      '/pages/contest/index',
      '/pages/service/index',
      '/pages/me/index',
    ]);
  });
});

describe('a pressable', () => {
  const onPress = jest.fn();
  const keys = ['Enter', ' ', 'a'];

  const pressKeys = (control: HTMLElement) => {
    onPress.mockClear();
    for (const key of keys) fireEvent.keyDown(control, { key });
    return onPress.mock.calls.length;
  };

  it.each([
    ['button', 2],
    ['checkbox', 2],
    ['link', 1],
  ] as const)('as a %s answers the keys a browser’s own would: %i of Enter, space and a letter', (role, count) => {
    render(
      <Pressable role={role} onPress={onPress}>
        去
      </Pressable>,
    );
    const control = screen.getByRole(role, { name: '去' });
    expect(control.tabIndex).toBe(0);
    expect(pressKeys(control)).toBe(count);
  });

  it('does not scroll the page with the space that presses it', () => {
    render(<Pressable onPress={onPress}>去</Pressable>);
    // What fireEvent answers: false when the browser’s own effect was prevented.
    expect(fireEvent.keyDown(screen.getByRole('button'), { key: ' ' })).toBe(false);
  });

  it('can be neither pressed nor reached while it is disabled', () => {
    render(
      <Pressable disabled onPress={onPress}>
        去
      </Pressable>,
    );
    const control = screen.getByRole('button', { name: '去' });
    expect(pressKeys(control)).toBe(0);
    fireEvent.click(control);
    expect(onPress).not.toHaveBeenCalled();
    expect(control.getAttribute('aria-disabled')).toBe('true');
    expect(control.tabIndex).toBe(-1);
  });

  it('leaves keys to the control inside it', () => {
    render(
      <Pressable role='checkbox' onPress={onPress}>
        <Pressable role='link' onPress={() => undefined}>
          说明
        </Pressable>
      </Pressable>,
    );
    expect(pressKeys(screen.getByRole('link', { name: '说明' }))).toBe(0);
  });

  it.each([
    ['radio', 'aria-checked'],
    ['checkbox', 'aria-checked'],
    ['switch', 'aria-checked'],
    ['tab', 'aria-selected'],
  ] as const)('as a %s says in %s whether it is on', (role, attribute) => {
    const { rerender } = render(<Pressable role={role} label='关怀版' onPress={onPress} />);
    expect(screen.getByRole(role, { name: '关怀版' }).getAttribute(attribute)).toBe('false');
    rerender(<Pressable role={role} label='关怀版' checked onPress={onPress} />);
    expect(screen.getByRole(role, { name: '关怀版' }).getAttribute(attribute)).toBe('true');
  });

  it('says nothing about being on where that means nothing', () => {
    render(<Pressable onPress={onPress}>去</Pressable>);
    expect(screen.getByRole('button').hasAttribute('aria-checked')).toBe(false);
  });

  it('opens and closes what it explains', () => {
    const { rerender } = render(<Pressable label='说明' expanded={false} onPress={onPress} />);
    expect(screen.getByRole('button', { expanded: false })).toBeTruthy();
    rerender(<Pressable label='说明' expanded onPress={onPress} />);
    expect(screen.getByRole('button', { expanded: true })).toBeTruthy();
  });
});

describe('a check box', () => {
  it('is turned over by its words', () => {
    const onChange = jest.fn();
    const { rerender } = render(
      <CheckBox checked={false} onChange={onChange}>
        我同意
      </CheckBox>,
    );
    fireEvent.click(screen.getByText('我同意'));
    expect(onChange).toHaveBeenLastCalledWith(true);
    rerender(
      <CheckBox checked onChange={onChange}>
        我同意
      </CheckBox>,
    );
    fireEvent.click(screen.getByRole('checkbox', { name: '我同意', checked: true }));
    expect(onChange).toHaveBeenLastCalledWith(false);
  });
});
