// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "store/rows.h"

namespace chatelaine {

using Details = QList<std::pair<QString, QString>>;

/** Stands between the columns of a row's text in the index; no stored text contains it. */
constexpr char16_t columnSeparator = 0x1f;

/**
 * A vendor's text as it is stored: well-formed Unicode without NUL and without our separator. Two
 * different ids stay different, so that ids are not cut.
 */
QString storedId(const QString &text);
/** The same, cut to 1000 characters. */
QString storedText(const QString &text);

/** A list of texts as one text, and back; empty texts and line breaks are not kept. */
QString joinedLines(const QStringList &texts);
QStringList splitLines(const QString &text);

QString encodePath(const ContainerPath &path);
ContainerPath decodePath(const QString &text);
QString encodeDetails(const Details &details);
Details decodeDetails(const QString &text);
QString encodeTexts(const QStringList &texts);
QStringList decodeTexts(const QString &text);
QString encodeFacts(const QMap<QString, QString> &facts);
QMap<QString, QString> decodeFacts(const QString &text);
QString encodeCredentials(const QMap<QString, CredentialSource> &credentials);
QMap<QString, CredentialSource> decodeCredentials(const QString &text);
QString encodeSources(const QList<ListingSource> &sources);
QList<ListingSource> decodeSources(const QString &text);

QString conditionName(AccountStatus::Condition condition);
AccountStatus::Condition conditionFromName(QStringView name);
QString purposeName(KeychainEntry::Purpose purpose);
KeychainEntry::Purpose purposeFromName(QStringView name);

/** The record as it is stored: each text of the vendor made safe and bounded. */
KeyRecord storedRecord(const KeyRecord &record);

} // namespace chatelaine
