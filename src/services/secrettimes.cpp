// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/secrettimes.h"

#include <QSettings>

#include <algorithm>

namespace chatelaine {

namespace {

const QString revealSetting = QStringLiteral("secrets/revealSeconds");
const QString clipboardSetting = QStringLiteral("secrets/clipboardSeconds");

} // namespace

SecretTimes SecretTimes::read(const QString &settingsFile)
{
    SecretTimes times;
    if (settingsFile.isEmpty())
        return times;
    const QSettings settings(settingsFile, QSettings::IniFormat);
    const auto seconds = [&settings](const QString &name, int otherwise) {
        bool isNumber = false;
        const int value = settings.value(name, otherwise).toInt(&isNumber);
        return isNumber ? std::clamp(value, shortest, longest) : otherwise;
    };
    times.reveal = seconds(revealSetting, times.reveal);
    times.clipboard = seconds(clipboardSetting, times.clipboard);
    return times;
}

void SecretTimes::write(const QString &settingsFile) const
{
    if (settingsFile.isEmpty())
        return;
    QSettings settings(settingsFile, QSettings::IniFormat);
    settings.setValue(revealSetting, reveal);
    settings.setValue(clipboardSetting, clipboard);
}

} // namespace chatelaine
