// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/locatedjson.h"

#include "providers/jsonpointer.h"
#include "providers/jsonscanner.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace chatelaine {

namespace {

class Reader
{
public:
    Reader(QByteArrayView bytes, int maximumDepth)
        : m_bytes(bytes)
        , m_scanner(bytes, maximumDepth)
    {}

    LocatedJson read()
    {
        QJsonValue value = readValue(m_scanner.next(), {});
        if (!m_failed && m_scanner.next() != JsonScanner::Token::End)
            syntaxError({});
        if (!m_failed)
            m_result.value = value;
        return std::move(m_result);
    }

private:
    QJsonValue readValue(JsonScanner::Token token, const QString &pointer)
    {
        if (token == JsonScanner::Token::Invalid)
            return syntaxError(pointer);
        m_result.lines.insert(pointer, currentLine());
        switch (token) {
        case JsonScanner::Token::BeginObject:
            return readObject(pointer);
        case JsonScanner::Token::BeginArray:
            return readArray(pointer);
        case JsonScanner::Token::String:
            return QString::fromUtf8(m_scanner.decoded());
        case JsonScanner::Token::Number:
            return readNumber();
        case JsonScanner::Token::True:
            return true;
        case JsonScanner::Token::False:
            return false;
        case JsonScanner::Token::Null:
            return QJsonValue(QJsonValue::Null);
        default:
            return syntaxError(pointer);
        }
    }

    QJsonValue readNumber() const
    {
        bool isInteger = false;
        const qlonglong integer = m_scanner.raw().toByteArray().toLongLong(&isInteger);
        return isInteger ? QJsonValue(integer)
                         : QJsonValue(m_scanner.raw().toByteArray().toDouble());
    }

    QJsonValue readObject(const QString &pointer)
    {
        QJsonObject object;
        while (!m_failed) {
            const JsonScanner::Token token = m_scanner.next();
            if (token == JsonScanner::Token::EndObject)
                return object;
            if (token != JsonScanner::Token::Name)
                return syntaxError(pointer);
            const QString name = QString::fromUtf8(m_scanner.decoded());
            const QString place = pointer + u'/' + JsonPointer::escaped(name);
            if (object.contains(name))
                addDefect(place, QCoreApplication::translate("LocatedJson",
                                                             "the member stands here twice"));
            const QJsonValue value = readValue(m_scanner.next(), place);
            object.insert(name, value);
        }
        return QJsonValue(QJsonValue::Undefined);
    }

    QJsonValue readArray(const QString &pointer)
    {
        QJsonArray array;
        while (!m_failed) {
            const JsonScanner::Token token = m_scanner.next();
            if (token == JsonScanner::Token::EndArray)
                return array;
            array.append(readValue(token, pointer + u'/' + QString::number(array.size())));
        }
        return QJsonValue(QJsonValue::Undefined);
    }

    QJsonValue syntaxError(const QString &pointer)
    {
        if (!std::exchange(m_failed, true)) {
            const char *problem = m_scanner.problem();
            addDefect(pointer,
                      QCoreApplication::translate("LocatedJson", "this is not JSON: %1")
                          .arg(QString::fromLatin1(problem ? problem : "a value is missing")));
        }
        return QJsonValue(QJsonValue::Undefined);
    }

    void addDefect(const QString &pointer, const QString &reason)
    {
        m_result.defects.append({currentLine(), pointer, reason});
    }

    int currentLine()
    {
        const QByteArrayView passed = m_bytes.sliced(m_counted, m_scanner.begin() - m_counted);
        m_line += static_cast<int>(passed.count('\n'));
        m_counted = m_scanner.begin();
        return m_line;
    }

    QByteArrayView m_bytes;
    JsonScanner m_scanner;
    LocatedJson m_result;
    qsizetype m_counted = 0;
    int m_line = 1;
    bool m_failed = false;
};

} // namespace

int LocatedJson::lineOf(QString pointer) const
{
    while (!lines.contains(pointer) && !pointer.isEmpty())
        pointer.truncate(pointer.lastIndexOf(u'/'));
    return lines.value(pointer, 1);
}

LocatedJson readLocatedJson(QByteArrayView bytes, int maximumDepth)
{
    return Reader(bytes, maximumDepth).read();
}

} // namespace chatelaine
