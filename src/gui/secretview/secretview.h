// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

#include <QWidget>

namespace chatelaine {

/**
 * Paints a secret, or as many dots while it is hidden. The value is painted one character at a time
 * out of the locked memory, whole, wrapped, left to right, in the fixed font; there is nothing to
 * select, drag or print, and the accessibility tree has its length only, unless it is revealed.
 */
class SecretView : public QWidget
{
    Q_OBJECT
public:
    explicit SecretView(QWidget *parent = nullptr);

    void setLength(qsizetype characters); ///< what is hidden
    qsizetype length() const { return m_length; }
    void reveal(SharedSecret value);
    void hideValue();
    bool isRevealed() const { return m_value != nullptr; }

    /** "Secret, hidden, 51 characters". */
    QString description() const;
    /** The value for the accessibility tree; empty while hidden. */
    QString revealedText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Grid
    {
        int columns = 1;
        int cellWidth = 0;
        int cellHeight = 0;
        int groupGap = 0;
    };
    Grid gridFor(int width) const;
    QPoint positionOf(qsizetype index, const Grid &grid) const;

    SharedSecret m_value;
    qsizetype m_length = 0;
};

} // namespace chatelaine
