// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/common/notice.h"

#include "core/redaction.h"

#include <QCoreApplication>

namespace chatelaine {

namespace {

QString asSentence(const QString &words)
{
    static constexpr QStringView ends = u".!?…";
    return words.isEmpty() || ends.contains(words.back()) ? words : words + u'.';
}

} // namespace

Notice Notice::of(const Error &error)
{
    Notice notice{Severity::Error, error.message, error.next};
    if (!error.vendorMessage.isEmpty()) {
        notice.text += QLatin1Char(' ') +
                       QCoreApplication::translate("chatelaine::Notice", "The vendor says: %1")
                           .arg(asSentence(displaySafe(error.vendorMessage)));
    }
    return notice;
}

} // namespace chatelaine
