import type { VerbClass } from './verbs.ts';

/** The commonest verbs of tool descriptions in other languages. Those without spaces are searched as substrings. */
const unspaced: ReadonlyArray<readonly [VerbClass, string]> = [
  ['delete', '删除 刪除 移除 清空 销毁 注销 卸载 삭제 제거 削除'],
  ['cancel', '取消 撤单 撤销 취소 キャンセル'],
  ['pay', '支付 付款 转账 退款 购买 充值 下单 提现 결제 송금 구매 購入'],
  ['send', '评论 发送 發送 发布 發布 推送 回复 群发 전송 보내 送信 投稿'],
  ['deploy', '部署 배포'],
  ['run', '执行 執行 运行 運行 触发 실행 実行'],
  ['start', '启动 停止 重启 关闭 关机 开机 시작 중지 起動 開始'],
  ['interact', '点击 點擊 输入文本 按下 滑动 클릭 クリック'],
  ['administer', '授权 封禁 禁言'],
  ['create', '创建 創建 新增 添加 新建 增加 插入 上传 保存 写入 导入 注册 预订 생성 추가 저장 등록 作成 追加 保存'],
  [
    'update',
    '更新 修改 编辑 編輯 设置 設置 变更 重命名 移动 合并 关闭工单 分配 指派 审批 拒绝 同意 归档 恢复 重置 调整 标记 收藏 点赞 上架 下架 启用 禁用 수정 변경 업데이트 更新 変更 設定',
  ],
  [
    'read',
    `下载 ダウンロード 다운로드 查询 查詢 获取 獲取 搜索 搜尋 检索 查看 列出 读取 返回 查找 提供 抓取 查詢 显示 检查 统计 取得 조회 검색 가져 확인 반환
     検索 表示 一覧`,
  ],
  [
    'compute',
    '计算 分析 生成 转换 拼接 合成 绘制 渲染 切片 切分 排序 解析 翻译 识别 比较 验证 计算 계산 분석 변환 計算 変換',
  ],
];

const spaced: ReadonlyArray<readonly [VerbClass, string]> = [
  [
    'delete',
    'eliminar elimina borrar borra excluir exclui excluye remover remove supprimer supprime löscht löschen удалить удаляет siler sil',
  ],
  ['cancel', 'cancelar cancela annuler annule отменить отменяет'],
  ['pay', 'pagar paga comprar compra transferir transfiere transfere payer оплатить'],
  ['send', 'enviar envia envía envoyer envoie publicar publica senden sendet отправить отправляет gönderir gönder'],
  ['run', 'ejecutar ejecuta executar executa exécuter exécute выполнить выполняет запускает çalıştırır'],
  ['start', 'iniciar inicia detener detiene parar reiniciar démarrer arrêter'],
  [
    'create',
    'crear crea criar cria créer crée ajouter agregar agrega adicionar adiciona registrar erstellt erstellen guardar guarda salvar salva создать создает создаёт добавить добавляет oluşturur oluştur ekler ekle',
  ],
  [
    'update',
    'actualizar actualiza atualizar atualiza modificar modifica reactivar reactiva editar edita modifier mettre aktualisiert обновить обновляет изменить изменяет günceller güncelle',
  ],
  [
    'read',
    'obtener obtiene obtenir obtient obter obtém listar lista lister buscar busca recuperar recupera consultar consulta mostrar muestra rechercher récupère récupérer retorna devuelve ruft sucht получить получает поиск найти возвращает getirir getir listeler listele arar ara realizar',
  ],
  ['compute', 'calcular calcula analizar analiza gera generar genera traducir analisar calculer вычислить hesaplar'],
];

const spacedVerbs: ReadonlyMap<string, VerbClass> = new Map(
  spaced.flatMap(([verbClass, list]) => list.split(/\s+/).map((word) => [word, verbClass] as const)),
);
const unspacedVerbs = unspaced.flatMap(([verbClass, list]) => list.split(/\s+/).map((text) => ({ text, verbClass })));

/** The class of a verb of another language that is written with spaces; the word in lower case. */
export function findForeignVerb(word: string): VerbClass | undefined {
  return spacedVerbs.get(word);
}

/** The verbs of Chinese, Japanese and Korean that stand in the text, each at its first place, first place first. */
export function findUnspacedVerbs(text: string): Array<{ text: string; verbClass: VerbClass; at: number }> {
  return unspacedVerbs
    .map((verb) => ({ ...verb, at: text.indexOf(verb.text) }))
    .filter((verb) => verb.at >= 0)
    .sort((a, b) => a.at - b.at);
}

/** Whether the text holds letters of a script that is written without spaces. */
export function isUnspaced(text: string): boolean {
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text);
}
