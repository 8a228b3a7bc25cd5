import { stage } from '../support/taro/taro';
import { keepAnswers, readAnswers } from '../../src/platform/activity/checklist-answers';
import { elder } from '../../src/platform/preferences';
import { saveArticle, savedArticle, savedRows } from '../../src/platform/reading/saved';
import { recentWords, rememberWords } from '../../src/platform/reading/recent-words';
import { keepWords, readWords } from '../../src/platform/request/draft';
import { forgetPerson } from '../../src/platform/request/filing';
import { readArticle } from './reading/sample';

const article = readArticle();

beforeEach(stage.reset);

describe('a device that another person takes over', () => {
  it('keeps nothing of the last one but how the app looks', () => {
    rememberWords('质量安全示范区');
    keepAnswers('three-sames', { licence: 'no' });
    saveArticle(article, new Date('2017-09-07T01:00:00Z'));
    keepWords('request-1', '请再看一下。');
    elder.set(true);
    forgetPerson();
    expect([recentWords(), readAnswers('three-sames'), savedRows(), savedArticle(article.id), readWords('request-1')]).toEqual([[], {}, [], null, '']);
    expect(Object.keys(localStorage)).toEqual(['elder']);
  });
});
