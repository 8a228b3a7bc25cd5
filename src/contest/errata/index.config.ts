export default definePageConfig({ navigationBarTitleText: '题目更正', enablePullDownRefresh: true });
