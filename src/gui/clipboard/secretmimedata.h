// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "secrets/secret.h"

#include <QMimeData>

namespace chatelaine {

/** Offers a secret as text together with what clipboard managers of every platform understand as
 * "do not keep this". Makes a text of it only while somebody reads. */
class SecretMimeData : public QMimeData
{
    Q_OBJECT
public:
    explicit SecretMimeData(SharedSecret value);

    QStringList formats() const override;
    bool hasFormat(const QString &format) const override;

    /** Drops the value: whoever still asks, and wherever the offer still stands, gets nothing. */
    void stopServing() { m_value.reset(); }

signals:
    void served() const; ///< the value was read

protected:
    QVariant retrieveData(const QString &format, QMetaType preferred) const override;

private:
    SharedSecret m_value;
};

} // namespace chatelaine
