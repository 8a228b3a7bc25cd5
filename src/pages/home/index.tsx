import { View, Text } from '@tarojs/components';
import * as React from 'react';
import s from './index.module.scss';

export default function Home() {
  const [n, setN] = React.useState(0);
  return <View className='page'><View className={s.i} /><Text onClick={() => setN(n + 1)}>hello {n}</Text></View>;
}
