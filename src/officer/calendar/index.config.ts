export default definePageConfig({ navigationBarTitleText: '专家日程', enablePullDownRefresh: true });
