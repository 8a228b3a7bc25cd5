export default definePageConfig({ navigationBarTitleText: '上门计划', enablePullDownRefresh: true });
