// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QString>

class QWidget;

namespace chatelaine {

/** `text` for a label or button in which an ampersand is an ampersand. */
QString withoutMnemonic(const QString &text);

/** `text`, which has none, with a mnemonic: the first letter of a word if one is free, else any.
 * Takes it from what is free; without a free letter the text stays as it is. */
QString withMnemonic(const QString &text, QSet<QChar> *taken);

/** Gives each label of the window that belongs to an input and has no mnemonic one that nothing
 * else in the window has: for labels that were made from a definition. */
void giveMnemonics(QWidget *window);

} // namespace chatelaine
