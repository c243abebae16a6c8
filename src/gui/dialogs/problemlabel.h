// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLabel>

namespace chatelaine {

/** What is wrong with the input above it; hidden while nothing is. */
class ProblemLabel : public QLabel
{
    Q_OBJECT
public:
    explicit ProblemLabel(QWidget *parent = nullptr);
    void setProblem(const QString &problem);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();
};

} // namespace chatelaine
