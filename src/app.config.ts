export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/news/index',
    'pages/contest/index',
    'pages/service/index',
    'pages/me/index',
    'pages/article/index',
    'pages/activities/index',
  ],
  subPackages: [
    { root: 'contest', pages: ['practice/index', 'wrong-questions/index'] },
    {
      root: 'service',
      pages: ['expert-visit/index', 'request/index', 'requests/index', 'lookup/index', 'personal-data/index'],
    },
    { root: 'officer', pages: ['inbox/index', 'request/index'] },
  ],
  window: {
    navigationBarTitleText: '质量月',
    navigationBarBackgroundColor: '@navigation',
    navigationBarTextStyle: '@navigationText',
    backgroundColor: '@paper',
    backgroundTextStyle: '@pull',
  },
  tabBar: {
    custom: true,
    color: '#5e6b74',
    selectedColor: '#0b6470',
    list: [
      { pagePath: 'pages/home/index', text: '首页' },
      { pagePath: 'pages/news/index', text: '资讯' },
      { pagePath: 'pages/contest/index', text: '竞赛' },
      { pagePath: 'pages/service/index', text: '服务' },
      { pagePath: 'pages/me/index', text: '我的' },
    ],
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
});
