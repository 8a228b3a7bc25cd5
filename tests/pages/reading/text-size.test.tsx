import { ok, settled, stage } from '../../support/taro/taro';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import ArticlePage from '../../../src/pages/article';
import { textSize } from '../../../src/platform/preferences';
import { readArticle } from './sample';

async function openArticle() {
  stage.params = { id: 'seminar' };
  stage.answer('article.get', () => ok(readArticle()));
  render(<ArticlePage />);
  await settled();
}

const sizes = () => within(screen.getByRole('radiogroup', { name: '字号' })).getAllByRole('radio');
const chosen = () => sizes().flatMap((radio) => (radio.getAttribute('aria-checked') === 'true' ? [radio.textContent] : []));
const sizeOfText = () => screen.getByText(/讲座讲“三同”/).closest('[class^="text-"]')?.className;

beforeEach(() => {
  textSize.set('standard');
  stage.reset();
});

describe('the size of an article’s text', () => {
  it('is chosen above the text and kept for every article', async () => {
    await openArticle();
    expect(sizes().map(({ textContent }) => textContent)).toEqual(['小', '标准', '大', '特大']);
    expect(chosen()).toEqual(['标准']);
    fireEvent.click(screen.getByRole('radio', { name: '特大' }));
    expect(sizeOfText()).toBe('text-largest');
    cleanup();
    await openArticle();
    expect(chosen()).toEqual(['特大']);
    expect(sizeOfText()).toBe('text-largest');
  });

  it('is remembered when the app starts again, and is the standard one for what is not a size', async () => {
    await openArticle();
    fireEvent.click(screen.getByRole('radio', { name: '小' }));
    jest.resetModules();
    expect((await import('../../../src/platform/preferences')).textSize.get()).toBe('small');
    localStorage.setItem('text-size', '"huge"');
    jest.resetModules();
    expect((await import('../../../src/platform/preferences')).textSize.get()).toBe('standard');
  });
});
