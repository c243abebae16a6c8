// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/common/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace chatelaine {

using namespace Qt::Literals::StringLiterals;

namespace {

/** Renders an SVG and fills its shape with a colour taken from the palette at that moment, so that
 * a change of the desktop's colours needs no new icons. */
class TintedIconEngine : public QIconEngine
{
public:
    TintedIconEngine(QString name, std::optional<Severity> severity)
        : m_name(std::move(name))
        , m_severity(severity)
    {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, shape(rect.size() * ratio, mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return shape(size, mode);
    }
    QIconEngine *clone() const override { return new TintedIconEngine(m_name, m_severity); }

private:
    QColor color(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Selected)
            return palette.color(QPalette::HighlightedText);
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        return m_severity ? severityColor(*m_severity, palette)
                          : palette.color(QPalette::WindowText);
    }
    QPixmap shape(const QSize &size, QIcon::Mode mode) const
    {
        const QColor tint = color(mode);
        const QString key = u"tinted/%1/%2/%3x%4"_s.arg(m_name, tint.name(QColor::HexArgb))
                                .arg(size.width())
                                .arg(size.height());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QSvgRenderer renderer(u":/icons/%1.svg"_s.arg(m_name));
        QPainter painter(&pixmap);
        renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), tint);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }

    QString m_name;
    std::optional<Severity> m_severity;
};

Severity stateSeverity(KeyState state)
{
    switch (state) {
    case KeyState::Active:
        return Severity::Good;
    case KeyState::Rotating:
    case KeyState::Expired:
        return Severity::Warning;
    case KeyState::Revoked:
        return Severity::Error;
    default:
        return Severity::Information;
    }
}

} // namespace

QIcon tintedIcon(const QString &name)
{
    return QIcon(new TintedIconEngine(name, std::nullopt));
}

QIcon tintedIcon(const QString &name, Severity severity)
{
    return QIcon(new TintedIconEngine(name, severity));
}

QString stateIconName(KeyState state)
{
    return u"state-%1"_s.arg(keyStateName(state));
}

QIcon stateIcon(KeyState state)
{
    return tintedIcon(stateIconName(state), stateSeverity(state));
}

QIcon conditionIcon(AccountStatus::Condition condition)
{
    switch (condition) {
    case AccountStatus::Condition::Fresh:
        return {};
    case AccountStatus::Condition::NeverSynced:
        return tintedIcon(u"state-unknown"_s, Severity::Information);
    case AccountStatus::Condition::Incomplete:
        return tintedIcon(u"warning"_s, Severity::Warning);
    case AccountStatus::Condition::Offline:
        return tintedIcon(u"offline"_s, Severity::Warning);
    case AccountStatus::Condition::Unauthorized:
    case AccountStatus::Condition::Failed:
        break;
    }
    return tintedIcon(u"error"_s, Severity::Error);
}

QString severityIconName(Severity severity)
{
    switch (severity) {
    case Severity::Information:
        return u"information"_s;
    case Severity::Good:
        return u"state-active"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        break;
    }
    return u"error"_s;
}

} // namespace chatelaine
