import type { ExpertCalendar, ExpertView } from '../../../src/contract/visit/expert';

export const expert: ExpertView = {
  id: '5a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01',
  version: 1,
  name: '示例专家甲',
  officeId: 'bureau',
  officeName: '天津检验检疫局',
  subjects: [{ id: 'three-sames', name: '三同' }],
  areas: [],
  weeklyLimit: 4,
  active: true,
  linked: true,
};

export const requestId = '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01';

export const calendar: ExpertCalendar = {
  expert,
  days: [
    { date: '2017-09-11', half: 'am', use: 'free', stops: [] },
    { date: '2017-09-11', half: 'pm', use: 'leave', stops: [] },
    { date: '2017-09-12', half: 'am', use: 'visit', stops: [{ requestId, firmName: '天津示例食品有限公司' }] },
    { date: '2017-09-12', half: 'pm', use: 'free', stops: [] },
  ],
};

export const choices = {
  offices: [{ id: 'bureau', name: '天津检验检疫局' }],
  subjects: [
    { id: 'three-sames', name: '三同' },
    { id: 'testing', name: '检验检测' },
  ],
  areas: [{ id: 'baodi', name: '宝坻' }],
};
