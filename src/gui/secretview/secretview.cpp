// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/secretview/secretview.h"

#include <QAccessibleWidget>
#include <QEvent>
#include <QFontDatabase>
#include <QPainter>
#include <QStyleOption>

namespace chatelaine {

namespace {

constexpr int padding = 8;
constexpr int groupSize = 4; // a gap for the eye only
constexpr int preferredColumns = 40;
constexpr char32_t replacement = 0xfffd;

/** Takes the next code point off UTF-8; broken input gives the replacement sign. */
char32_t takeCodePoint(QByteArrayView &rest)
{
    const auto byte = [&rest](qsizetype i) {
        return static_cast<uchar>(rest[i]);
    };
    const uchar lead = byte(0);
    const qsizetype length = lead < 0x80 ? 1 : lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead >= 0x80 && (lead < 0xc2 || lead > 0xf4 || rest.size() < length)) {
        rest = rest.sliced(1);
        return replacement;
    }
    char32_t point = length == 1 ? lead : lead & (0x3fU >> (length - 1));
    for (qsizetype i = 1; i < length; ++i)
        point = (point << 6) | (byte(i) & 0x3fU);
    rest = rest.sliced(length);
    return point;
}

bool hasShape(char32_t point)
{
    switch (QChar::category(point)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // among them what turns the direction of writing
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

class SecretViewAccessible : public QAccessibleWidget
{
public:
    explicit SecretViewAccessible(SecretView *view)
        : QAccessibleWidget(view, QAccessible::StaticText)
    {}

    QString text(QAccessible::Text kind) const override
    {
        const auto *view = static_cast<const SecretView *>(widget());
        switch (kind) {
        case QAccessible::Name:
            return view->description();
        case QAccessible::Description:
        case QAccessible::Value:
            return view->revealedText();
        default:
            return {};
        }
    }
};

QAccessibleInterface *accessibleOf(const QString &, QObject *object)
{
    auto *view = qobject_cast<SecretView *>(object);
    return view ? new SecretViewAccessible(view) : nullptr;
}

} // namespace

SecretView::SecretView(QWidget *parent)
    : QWidget(parent)
{
    static const bool installed = [] {
        QAccessible::installFactory(accessibleOf);
        return true;
    }();
    Q_UNUSED(installed)
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    setFont(font);
    setLayoutDirection(Qt::LeftToRight);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void SecretView::setLength(qsizetype characters)
{
    m_length = characters;
    updateGeometry();
    update();
}

void SecretView::reveal(SharedSecret value)
{
    if (value == m_value)
        return;
    m_value = std::move(value);
    update();
    QAccessibleEvent event(this, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&event);
}

void SecretView::hideValue()
{
    reveal({});
}

QString SecretView::description() const
{
    const int characters = static_cast<int>(m_length);
    return m_value ? tr("Secret, shown, %n character(s)", nullptr, characters)
                   : tr("Secret, hidden, %n character(s)", nullptr, characters);
}

QString SecretView::revealedText() const
{
    return m_value ? QString::fromUtf8(m_value->borrowed()) : QString();
}

SecretView::Grid SecretView::gridFor(int width) const
{
    const QFontMetrics metrics(font());
    Grid grid;
    grid.cellWidth = metrics.horizontalAdvance(u'M') + 1;
    grid.cellHeight = metrics.height() + 4;
    grid.groupGap = grid.cellWidth / 2;
    const int group = groupSize * grid.cellWidth + grid.groupGap;
    const int groups = qMax(1, (width - 2 * padding + grid.groupGap) / group);
    grid.columns = groups * groupSize;
    return grid;
}

QPoint SecretView::positionOf(qsizetype index, const Grid &grid) const
{
    const int column = static_cast<int>(index % grid.columns);
    const int row = static_cast<int>(index / grid.columns);
    return {padding + column * grid.cellWidth + column / groupSize * grid.groupGap,
            padding + row * grid.cellHeight};
}

int SecretView::heightForWidth(int width) const
{
    const Grid grid = gridFor(width);
    const auto rows = static_cast<int>((m_length + grid.columns - 1) / grid.columns);
    return 2 * padding + qMax(1, rows) * grid.cellHeight;
}

QSize SecretView::sizeHint() const
{
    const Grid grid = gridFor(0);
    const int groups = preferredColumns / groupSize;
    const int width =
        2 * padding + preferredColumns * grid.cellWidth + (groups - 1) * grid.groupGap;
    return {width, heightForWidth(width)};
}

QSize SecretView::minimumSizeHint() const
{
    const QSize hint = sizeHint();
    return {hint.width() / 2, hint.height()};
}

void SecretView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::EnabledChange)
        update();
}

void SecretView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionFrame frame;
    frame.initFrom(this);
    frame.lineWidth = style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &frame, this);
    frame.state |= QStyle::State_Sunken;
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &frame, &painter, this);
    painter.setPen(palette().color(QPalette::Text));

    const Grid grid = gridFor(width());
    const auto draw = [&](qsizetype index, char32_t point) {
        const QRect cell(positionOf(index, grid), QSize(grid.cellWidth, grid.cellHeight));
        painter.drawText(cell, Qt::AlignCenter, QString::fromUcs4(&point, 1));
    };
    if (!m_value) {
        for (qsizetype i = 0; i < m_length; ++i)
            draw(i, U'•');
        return;
    }
    QByteArrayView rest = m_value->borrowed();
    for (qsizetype i = 0; !rest.isEmpty(); ++i) {
        const char32_t point = takeCodePoint(rest);
        draw(i, hasShape(point) ? point : replacement);
    }
}

} // namespace chatelaine
