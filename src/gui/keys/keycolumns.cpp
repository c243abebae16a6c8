// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/keycolumns.h"

#include "models/keytablemodel.h"
#include "models/keytexts.h"

#include <QHeaderView>

#include <algorithm>

namespace chatelaine {

namespace {

constexpr int characterWidths[KeyTableModel::columns] = {26, 22, 18, 14, 14, 15,
                                                         20, 14, 14, 14, 20};
constexpr int mostKindCharacters = 40;
constexpr int cellMargins = 16;
constexpr int kindColumn = static_cast<int>(KeyColumn::Kind);

int widest(const QFontMetrics &metrics, const QStringList &texts)
{
    int width = 0;
    for (const QString &text : texts)
        width = std::max(width, metrics.horizontalAdvance(text));
    return width;
}

/** Wide enough for every state's word in any language, beside its icon. */
int stateColumnWidth(const QFontMetrics &metrics)
{
    QStringList words;
    for (int state = 0; state <= static_cast<int>(KeyState::Unknown); ++state)
        words.append(keyStateText(static_cast<KeyState>(state)));
    return widest(metrics, words) + metrics.height() + 24;
}

} // namespace

void KeyColumns::setUp(QHeaderView *header)
{
    m_header = header;
    const QFontMetrics metrics = header->fontMetrics();
    header->setSectionsMovable(true);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(metrics.averageCharWidth() * 6);
    for (int column = 0; column < KeyTableModel::columns; ++column)
        header->resizeSection(column, metrics.averageCharWidth() * characterWidths[column]);
    header->resizeSection(static_cast<int>(KeyColumn::State), stateColumnWidth(metrics));
    m_kindWidth = header->sectionSize(kindColumn);
}

void KeyColumns::makeRoomForKinds(const QStringList &labels)
{
    if (m_header->sectionSize(kindColumn) != m_kindWidth)
        return;
    const QFontMetrics metrics = m_header->fontMetrics();
    const int wanted = std::min(widest(metrics, labels) + cellMargins,
                                metrics.averageCharWidth() * mostKindCharacters);
    if (wanted <= m_kindWidth)
        return;
    m_header->resizeSection(kindColumn, wanted);
    m_kindWidth = m_header->sectionSize(kindColumn);
}

} // namespace chatelaine
