interface Tile {
  /** As there is room for. */
  readonly name: string;
  /** 1-based, as the grid counts. */
  readonly column: number;
  readonly row: number;
}

/**
 * Where Tianjin's districts stand on the schematic map, by the campaign's ids: neighbours stand near each other, north is
 * above, the sea is on the right. 滨海新区 is the right-hand column, in the parts in which the campaign knows it. Written
 * by hand; there is no survey behind it.
 */
const tiles: Readonly<Record<string, Tile>> = {
  jizhou: { name: '蓟州', column: 3, row: 1 },
  wuqing: { name: '武清', column: 2, row: 2 },
  baodi: { name: '宝坻', column: 3, row: 2 },
  ninghe: { name: '宁河', column: 4, row: 2 },
  beichen: { name: '北辰', column: 1, row: 3 },
  hongqiao: { name: '红桥', column: 2, row: 3 },
  hebei: { name: '河北', column: 3, row: 3 },
  dongli: { name: '东丽', column: 4, row: 3 },
  kaifaqu: { name: '开发区', column: 5, row: 3 },
  xiqing: { name: '西青', column: 1, row: 4 },
  nankai: { name: '南开', column: 2, row: 4 },
  heping: { name: '和平', column: 3, row: 4 },
  hedong: { name: '河东', column: 4, row: 4 },
  donggang: { name: '东港', column: 5, row: 4 },
  jinghai: { name: '静海', column: 1, row: 5 },
  hexi: { name: '河西', column: 3, row: 5 },
  jinnan: { name: '津南', column: 4, row: 5 },
  nanjiang: { name: '南疆', column: 5, row: 5 },
  'binhai-other': { name: '滨海', column: 5, row: 6 },
};

/** Null for a district that has no place on the map. */
export const tileOf = (areaId: string): Tile | null => tiles[areaId] ?? null;

/** What the map is, said beside it. */
export const mapNote = '区域示意图，只表示大致方位，不反映实际边界和面积；滨海新区的开发区、东港、南疆单独列出，“滨海”是其余区域。';
