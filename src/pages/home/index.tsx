import { View, Text } from '@tarojs/components';
import * as React from 'react';
import s from './index.module.scss';

export default function Home() {
  const [n, setN] = React.useState(0);
  return <View className='page'><View className={s.i} aria-label='图标' /><View aria-role='button' aria-label='按' onClick={()=>setN(n+2)}>X</View><Text onClick={() => setN(n + 1)}>hello {n}</Text></View>;
}
