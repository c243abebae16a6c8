// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/clipboard/secretmimedata.h"

namespace chatelaine {

namespace {

constexpr QLatin1StringView plainText("text/plain");

/** Each manager knows another one of these (FIELD.md 4.2); the bytes matter, not only the presence.
 */
const QList<std::pair<QString, QByteArray>> &hints()
{
    static const QByteArray no(4, '\0'); // a DWORD
    static const QList<std::pair<QString, QByteArray>> all = {
        {QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret")},
        {QStringLiteral("application/x-nspasteboard-concealed-type"), QByteArrayLiteral("secret")},
        {QStringLiteral("application/x-nspasteboard-transient-type"), QByteArrayLiteral("secret")},
        {QStringLiteral("application/x-qt-windows-mime;value=\""
                        "ExcludeClipboardContentFromMonitorProcessing\""),
         no},
        {QStringLiteral("application/x-qt-windows-mime;value=\"CanIncludeInClipboardHistory\""),
         no},
        {QStringLiteral("application/x-qt-windows-mime;value=\"CanUploadToCloudClipboard\""), no},
        {QStringLiteral("application/x-qt-windows-mime;value=\"Clipboard Viewer Ignore\""), no},
    };
    return all;
}

} // namespace

SecretMimeData::SecretMimeData(SharedSecret value)
    : m_value(std::move(value))
{}

QStringList SecretMimeData::formats() const
{
    QStringList all = {QString(plainText)};
    for (const auto &[name, bytes] : hints())
        all.append(name);
    return all;
}

bool SecretMimeData::hasFormat(const QString &format) const
{
    return formats().contains(format);
}

QVariant SecretMimeData::retrieveData(const QString &format, QMetaType) const
{
    if (format == plainText) {
        const SharedSecret value = m_value; // a listener may end the offer
        if (!value)
            return {};
        emit served();
        return value->borrowed().toByteArray();
    }
    for (const auto &[name, bytes] : hints()) {
        if (name == format)
            return bytes;
    }
    return {};
}

} // namespace chatelaine
