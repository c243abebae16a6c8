// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/keys/keydelegate.h"

#include "gui/common/icons.h"
#include "gui/common/plaintip.h"
#include "gui/common/timetext.h"
#include "models/keytablemodel.h"

#include <QAbstractItemView>
#include <QFontDatabase>
#include <QHelpEvent>
#include <QToolTip>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

using Role = KeyTableModel::Role;

std::optional<Timestamp> timeOf(const QModelIndex &index)
{
    const QVariant micros = index.data(Role::MicrosRole);
    return micros.isValid() ? std::optional(Timestamp::fromMicros(micros.toLongLong()))
                            : std::nullopt;
}

LastUsed::Source sourceOf(const QModelIndex &index)
{
    return static_cast<LastUsed::Source>(index.data(Role::LastUsedSourceRole).toInt());
}

bool isOver(KeyState state)
{
    return state == KeyState::Revoked || state == KeyState::Deleted || state == KeyState::Expired;
}

} // namespace

KeyDelegate::KeyDelegate(const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_clock(clock)
{}

QString KeyDelegate::shownText(const QModelIndex &index) const
{
    const std::optional<Timestamp> time = timeOf(index);
    if (static_cast<KeyColumn>(index.column()) == KeyColumn::LastUsed)
        return lastUsedBrief(time, sourceOf(index), m_clock.now());
    return time ? relativeTime(*time, m_clock.now()) : index.data().toString();
}

QString KeyDelegate::tip(const QModelIndex &index) const
{
    const auto column = static_cast<KeyColumn>(index.column());
    if (const std::optional<Timestamp> time = timeOf(index))
        return exactTime(*time);
    if (column == KeyColumn::LastUsed) {
        return sourceOf(index) == LastUsed::Source::None
                   ? tr("The vendor does not say when this key was last used.")
                   : tr("No use was seen since its use is tracked.");
    }
    if (column == KeyColumn::Name && index.data(Role::InUseRole).toBool())
        return tr("Chatelaine itself uses this key to manage the account.");
    if (column == KeyColumn::Name && index.data(Role::KeptRole).toBool())
        return tr("Its secret is kept in the keychain.");
    return index.data().toString();
}

bool KeyDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                            const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainTip(tip(index)), view, view->visualRect(index));
    return true;
}

void KeyDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const auto column = static_cast<KeyColumn>(index.column());
    const auto state = static_cast<KeyState>(index.data(Role::StateRole).toInt());
    option->text = shownText(index);
    if (column == KeyColumn::Mask) {
        QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        fixed.setPointSizeF(option->font.pointSizeF());
        option->font = fixed;
        option->textElideMode = Qt::ElideMiddle; // some vendors show the last characters
    }
    QIcon icon;
    if (column == KeyColumn::State)
        icon = stateIcon(state);
    else if (column == KeyColumn::Name && index.data(Role::InUseRole).toBool())
        icon = tintedIcon(u"key"_s);
    else if (column == KeyColumn::Name && index.data(Role::KeptRole).toBool())
        icon = tintedIcon(u"keychain"_s);
    if (!icon.isNull()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->icon = icon;
    }
    if (isOver(state) && column != KeyColumn::State) {
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
}

} // namespace chatelaine
