// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/canonicaljson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <vector>

namespace chatelaine {

namespace {

Error refused(const QString &why)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    error.message = why;
    return error;
}

bool wellFormed(const QString &text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isLowSurrogate())
            return false;
        if (text[i].isHighSurrogate()) {
            if (i + 1 >= text.size() || !text[i + 1].isLowSurrogate())
                return false;
            ++i;
        }
    }
    return true;
}

void writeString(QByteArray &out, const QString &text)
{
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20) {
                out += "\\u00";
                out += hex[static_cast<unsigned char>(c) >> 4];
                out += hex[c & 0xf];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

std::optional<Error> write(QByteArray &out, const QJsonValue &value);

std::optional<Error> writeObject(QByteArray &out, const QJsonObject &object)
{
    // By iterator: Qt 6.4 does not find every non-ASCII name again by its value.
    std::vector<std::pair<QString, QJsonValue>> members;
    for (auto it = object.begin(); it != object.end(); ++it)
        members.emplace_back(it.key(), it.value());
    std::sort(members.begin(), members.end(), [](const auto &a, const auto &b) {
        return std::lexicographical_compare(
            a.first.begin(), a.first.end(), b.first.begin(), b.first.end(),
            [](QChar x, QChar y) { return x.unicode() < y.unicode(); });
    });
    out += '{';
    bool first = true;
    for (const auto &[name, value] : members) {
        if (!std::exchange(first, false))
            out += ',';
        if (!wellFormed(name))
            return refused(QStringLiteral("A member name is not valid Unicode."));
        writeString(out, name);
        out += ':';
        if (auto error = write(out, value))
            return error;
    }
    out += '}';
    return std::nullopt;
}

std::optional<Error> write(QByteArray &out, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        out += "null";
        return std::nullopt;
    case QJsonValue::Bool:
        out += value.toBool() ? "true" : "false";
        return std::nullopt;
    case QJsonValue::String:
        if (!wellFormed(value.toString()))
            return refused(QStringLiteral("A text is not valid Unicode."));
        writeString(out, value.toString());
        return std::nullopt;
    case QJsonValue::Double: {
        // Up to here each integer has a double of its own; a larger one was perhaps rounded.
        constexpr double limit = 9007199254740991.0; // 2^53 - 1
        const double number = value.toDouble();
        if (std::trunc(number) != number || std::abs(number) > limit)
            return refused(QStringLiteral("A number is not an integer of at most 53 bits."));
        out += QByteArray::number(static_cast<qint64>(number));
        return std::nullopt;
    }
    case QJsonValue::Array: {
        out += '[';
        bool first = true;
        const QJsonArray array = value.toArray();
        for (const auto &item : array) {
            if (!std::exchange(first, false))
                out += ',';
            if (auto error = write(out, item))
                return error;
        }
        out += ']';
        return std::nullopt;
    }
    case QJsonValue::Object:
        return writeObject(out, value.toObject());
    case QJsonValue::Undefined:
        break;
    }
    return refused(QStringLiteral("An undefined value cannot be written."));
}

} // namespace

Outcome<QByteArray> canonicalJson(const QJsonValue &value)
{
    QByteArray out;
    if (auto error = write(out, value))
        return *error;
    return out;
}

} // namespace chatelaine
