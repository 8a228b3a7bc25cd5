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
    {
      root: 'contest',
      pages: [
        'practice/index',
        'wrong-questions/index',
        'lobby/index',
        'attempt/index',
        'result/index',
        'board/index',
        'fairness/index',
        'certificate/index',
        'verify/index',
        'errata/index',
      ],
    },
    {
      root: 'service',
      pages: ['form/index', 'request/index', 'requests/index', 'follow/index', 'lookup/index', 'messages/index', 'personal-data/index'],
    },
    {
      root: 'officer',
      pages: [
        'inbox/index',
        'dashboard/index',
        'request/index',
        'contest/index',
        'roles/index',
        'audit/index',
        'invitation/index',
        'pairing/index',
        // In WeChat nobody signs in at a desktop.
        ...(process.env.TARO_ENV === 'h5' ? ['sign-in/index'] : []),
      ],
    },
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
