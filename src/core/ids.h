// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace chatelaine {

/** An id that cannot be mistaken for another kind's: swapped ids would revoke the wrong key. */
template<typename Tag>
class StrongId
{
public:
    StrongId() = default;
    explicit StrongId(QString value)
        : m_value(std::move(value))
    {}

    const QString &toString() const { return m_value; }
    bool isEmpty() const { return m_value.isEmpty(); }

    friend bool operator==(const StrongId &, const StrongId &) = default;
    friend auto operator<=>(const StrongId &a, const StrongId &b)
    {
        return a.m_value.compare(b.m_value) <=> 0;
    }
    friend size_t qHash(const StrongId &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    QString m_value;
};

using ProviderId = StrongId<struct ProviderTag>; ///< a definition's id, e.g. "tempered"
using AccountId = StrongId<struct AccountTag>;   ///< ours, a UUID
using ContainerId =
    StrongId<struct ContainerTag>;         ///< the vendor's id of an organization or project
using KeyUid = StrongId<struct KeyUidTag>; ///< ours, a UUID: one row of the inventory
using VendorKeyId =
    StrongId<struct VendorKeyTag>; ///< the vendor's id of a key, unique only in its container
using OperationId = StrongId<struct OperationTag>;     ///< ours, a UUID
using WebhookUid = StrongId<struct WebhookTag>;        ///< ours, a UUID: one row of the webhooks
using ReplacementId = StrongId<struct ReplacementTag>; ///< ours, a UUID

/** A new random UUID without braces, as every id of ours is written. */
QString newUuid();

} // namespace chatelaine
