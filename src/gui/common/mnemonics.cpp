// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/common/mnemonics.h"

#include <QAbstractButton>
#include <QLabel>

namespace chatelaine {

namespace {

/** The place after an ampersand that marks a mnemonic; -1 without one. */
qsizetype mnemonicAt(const QString &text)
{
    for (qsizetype i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != u'&')
            continue;
        ++i;
        if (text[i] != u'&')
            return i;
    }
    return -1;
}

void take(const QString &text, QSet<QChar> *taken)
{
    if (const qsizetype at = mnemonicAt(text); at >= 0)
        taken->insert(text[at].toLower());
}

} // namespace

QString withoutMnemonic(const QString &text)
{
    return QString(text).replace(u'&', QStringLiteral("&&"));
}

QString withMnemonic(const QString &text, QSet<QChar> *taken)
{
    for (const bool atWordsOnly : {true, false}) {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const QChar letter = text[i].toLower();
            const bool begins = i == 0 || text[i - 1].isSpace();
            if (!letter.isLetterOrNumber() || (atWordsOnly && !begins) || taken->contains(letter))
                continue;
            taken->insert(letter);
            return text.left(i) + u'&' + text.mid(i);
        }
    }
    return text;
}

void giveMnemonics(QWidget *window)
{
    QSet<QChar> taken;
    for (const auto *button : window->findChildren<QAbstractButton *>())
        take(button->text(), &taken);
    QList<QLabel *> without;
    for (auto *label : window->findChildren<QLabel *>()) {
        if (!label->buddy())
            continue;
        if (mnemonicAt(label->text()) < 0)
            without.append(label);
        else
            take(label->text(), &taken);
    }
    for (QLabel *label : std::as_const(without))
        label->setText(withMnemonic(label->text(), &taken));
}

} // namespace chatelaine
