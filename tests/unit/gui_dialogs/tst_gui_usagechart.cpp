// SPDX-FileCopyrightText: The Chatelaine contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "usagebench.h"

#include "gui/common/colours.h"
#include "gui/usage/chartview.h"
#include "gui/usage/usagetablemodel.h"

#include <QAbstractItemModelTester>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QWheelEvent>
#include <QXmlStreamReader>

using namespace samples;

/** The chart, and the table beside it. */
class tst_GuiUsageChart : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { letThePoolEnd(); }

    void theTableHasTheSameFigures()
    {
        UsageTableModel model;
        QAbstractItemModelTester tester(&model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        ChartData data = threeDays();
        model.setChart(data);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.columnCount(), 3);
        QCOMPARE(model.index(2, 1).data().toString(), u"7"_s);
        QCOMPARE(model.index(1, 1).data().toString(), u"not known"_s);
        QCOMPARE(model.index(0, 2).data().toString(), u"0 (in part)"_s);
        QCOMPARE(model.headerData(2, Qt::Horizontal, Qt::DisplayRole).toString(),
                 u"Web (requests)"_s);
        QCOMPARE(model.slotOf(model.rowOf(1)), 1);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        data.curves.first().figures.first().value = 6;
        model.setChart(data);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(model.index(2, 1).data().toString(), u"6"_s);
        data.curves.last().isShown = false;
        model.setChart(data);
        QCOMPARE(model.columnCount(), 2);
        data.isByTime = false;
        model.setChart(data);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, 0).data().toString(), u"CI"_s);
    }

    void aGapAndZeroLookDifferent_data()
    {
        QTest::addColumn<QColor>("ground");
        QTest::newRow("light") << QColor(0xf0, 0xf0, 0xf0);
        QTest::newRow("dark") << QColor(0x20, 0x20, 0x24);
    }
    void aGapAndZeroLookDifferent()
    {
        QFETCH(QColor, ground);
        const QPalette palette(ground);
        const ChartData data = threeDays();
        const QSize size(400, 200);
        QImage image(size, QImage::Format_RGB32);
        image.fill(palette.color(QPalette::Window));
        QPainter target(&image);
        const ChartPainter chart(data, {0, 3}, QRectF(QPointF(), size), palette, QFont());
        chart.paint(target);
        target.end();
        const auto colours = [&image](const QRectF &area) {
            QSet<QRgb> found;
            for (int x = int(area.left()); x < int(area.right()); ++x) {
                for (int y = int(area.top()); y < int(area.bottom()); ++y)
                    found.insert(image.pixel(x, y));
            }
            return found;
        };
        const auto middle = [&](qsizetype slot) {
            const QRectF area = chart.slotArea(slot);
            return area.adjusted(area.width() / 4, 2, -area.width() / 4, -area.height() * 0.8);
        };
        // Hatched where nothing is known; nothing at all where nothing was used, but a line below.
        QVERIFY(colours(middle(1)).size() > colours(middle(2)).size());
        const QRectF zero = chart.slotArea(2);
        const QColor line = image.pixelColor(int(zero.center().x()), int(zero.bottom()) - 1);
        QVERIFY(std::abs(line.lightness() - palette.color(QPalette::Window).lightness()) > 40);
        // Known of a part of the day only: hatched in its colour, not filled with it.
        ChartData part = data;
        part.curves.first().figures.first().isPartial = true;
        part.curves.removeLast();
        QImage other(size, QImage::Format_RGB32);
        other.fill(palette.color(QPalette::Window));
        QPainter again(&other);
        ChartPainter(part, {0, 3}, QRectF(QPointF(), size), palette, QFont()).paint(again);
        again.end();
        std::swap(image, other);
        const QRectF whole = chart.slotArea(0);
        const QRectF inner = whole.adjusted(whole.width() / 4, whole.height() * 0.6,
                                            -whole.width() / 4, -whole.height() * 0.25);
        QVERIFY(colours(inner).size() > 1);
        QVERIFY(part.gapsSentence({0, 3}).contains(u"hatched"_s));
        std::swap(image, other);
        QCOMPARE(colours(inner).size(), 1);
        // The two groups tell themselves apart, and from the ground (WCAG 1.4.11).
        const QColor a = curveColour(data, data.curves.at(0), palette);
        const QColor b = curveColour(data, data.curves.at(1), palette);
        QVERIFY(a != b);
        QVERIFY(contrastRatio(a, palette.color(QPalette::Window)) >= 3);
        QVERIFY(contrastRatio(b, palette.color(QPalette::Window)) >= 3);
        QVERIFY(colours(chart.slotArea(0)).contains(a.rgb()));
        QVERIFY(colours(chart.slotArea(0)).contains(b.rgb()));
    }

    void theChartIsZoomedAndWalkedByKeys()
    {
        ChartData data = threeDays();
        data.starts.clear();
        const Timestamp first = *Timestamp::fromIso(u"2026-01-01");
        for (int day = 0; day < 100; ++day)
            data.starts.append(first.plusSeconds(day * 86400));
        ChartView view;
        view.resize(600, 300);
        view.setData(data, ChartSpan{70, 30});
        QSignalSpy steps(&view, &ChartView::currentChanged);
        QTest::keyClick(&view, Qt::Key_Left); // begins at the last one
        QCOMPARE(view.current(), 99);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.current(), 0);
        QCOMPARE(view.span().first, 0);
        QCOMPARE(steps.size(), 2);
        QVERIFY(view.accessibleDescription().contains(u"2026"_s));
        QTest::keyClick(&view, Qt::Key_Plus);
        QCOMPARE(view.span().count, 20);
        QTest::keyClick(&view, Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(view.span().first, 1);
        QTest::keyClick(&view, Qt::Key_0);
        QVERIFY(view.showsAll());
        QTest::keyClick(&view, Qt::Key_Minus);
        QVERIFY(view.showsAll());
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(&view, Qt::Key_Plus);
        QCOMPARE(view.span().count, 3); // and no closer
    }

    void whatIsCurrentHasTheFiguresOfTheChart()
    {
        ChartData data = threeDays();
        data.metric = u"Requests"_s;
        data.curves.removeLast();
        data.groupTitle.clear();
        ChartView view;
        view.resize(600, 300);
        view.setData(data, ChartSpan{0, 3});
        QSignalSpy currents(&view, &ChartView::currentChanged);
        QTest::keyClick(&view, Qt::Key_Home); // with nothing current before
        QCOMPARE(view.current(), 0);
        QVERIFY(view.currentText().contains(u"Requests"_s));
        QVERIFY(view.currentText().contains(u"7 requests"_s));
        data.metric = u"Errors"_s;
        data.curves.first().figures.first().value = 2;
        view.setData(data, ChartSpan{0, 3});
        QCOMPARE(view.current(), 0); // the same day
        QVERIFY(view.currentText().contains(u"Errors"_s));
        QVERIFY(view.currentText().contains(u"2 requests"_s));
        QCOMPARE(currents.size(), 2);
        QCOMPARE(currents.constLast().at(1).toString(), view.currentText());
        data.starts.prepend(data.starts.constFirst().plusSeconds(-86400));
        data.curves.first().figures.prepend({});
        view.setData(data);
        QCOMPARE(view.current(), 1); // with an older day before it
        data.bucket = UsageBucket::Week;
        view.setData(data, ChartSpan{0, 4});
        QCOMPARE(view.current(), -1); // no week is that day
        QVERIFY(view.currentText().isEmpty());
        QCOMPARE(view.accessibleDescription(), u"The table beside it has the same figures."_s);
    }

    void aGroupStaysCurrentWhereItIs()
    {
        ChartData data = threeDays();
        data.isByTime = false;
        ChartView view;
        view.setData(data, ChartSpan{0, 2});
        QTest::keyClick(&view, Qt::Key_Home);
        QTest::keyClick(&view, Qt::Key_Right);
        QVERIFY(view.currentText().startsWith(u"Web"_s));
        std::swap(data.curves[0], data.curves[1]);
        view.setData(data, ChartSpan{0, 2});
        QCOMPARE(view.current(), 0);
        QVERIFY(view.currentText().startsWith(u"Web"_s));
        data.groupTitle = u"Route"_s;
        view.setData(data, ChartSpan{0, 2});
        QCOMPARE(view.current(), -1);
    }

    void oneChartHasOneCountOfDecimals()
    {
        ChartData data = threeDays();
        data.unit = u"ms"_s;
        data.curves.first().figures.first().value = 13.2;
        data.lookForFractions();
        QCOMPARE(data.figureText({12.0}), u"12.00 ms"_s);
        QCOMPARE(data.figureText({13.2}), u"13.20 ms"_s);
        data.curves.first().figures.first().value = 13;
        data.lookForFractions();
        QCOMPARE(data.figureText({12.0}), u"12 ms"_s);
        QCOMPARE(data.withUnit(u"Duration"_s), u"Duration (ms)"_s);
    }

    void figuresAreJoinedAsTheMetricWants()
    {
        ChartData data = threeDays();
        data.curves.first().figures = {{10.0, false, 90}, {}, {110.0, false, 10}};
        const ChartCurve &curve = data.curves.constFirst();
        QCOMPARE(data.joined(curve, {0, 3}).value, std::optional(120.0));
        QCOMPARE(data.joined(curve, {1, 1}).value, std::nullopt);
        data.isMean = true;
        QCOMPARE(data.joined(curve, {0, 3}).value, std::optional(20.0));
    }

    void theChartIsZoomedAndMovedByTheMouse()
    {
        ChartData data = threeDays();
        data.starts.resize(40);
        ChartView view;
        view.resize(600, 300);
        view.setData(data, ChartSpan{0, 40});
        const auto turn = [&view](int delta) {
            QWheelEvent wheel(QPointF(300, 100), view.mapToGlobal(QPointF(300, 100)), {},
                              {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&view, &wheel);
            return wheel.isAccepted();
        };
        QVERIFY(!turn(-120)); // all is in sight: the page scrolls
        QVERIFY(turn(120));
        QVERIFY(view.span().count < 40);
        const ChartSpan before = view.span();
        QVERIFY(before.first > 0); // around the pointer
        QTest::mousePress(&view, Qt::LeftButton, {}, {300, 100});
        QMouseEvent drag(QEvent::MouseMove, QPointF(360, 100), view.mapToGlobal(QPointF(360, 100)),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &drag);
        QVERIFY(view.span().first < before.first);
        QCOMPARE(view.span().count, before.count);
        view.showAll();
        QVERIFY(view.showsAll());
    }

    void thePictureIsThatOfTheChart()
    {
        ChartView view;
        view.setData(threeDays(), ChartSpan{0, 3});
        const QImage image = QImage::fromData(view.png(), "PNG");
        QCOMPARE(image.size(), QSize(1920, 960));
        const QByteArray svg = view.svg();
        for (const QByteArray &word :
             {QByteArray("Usage: Requests"), QByteArray("CI"), QByteArray("Web")})
            QVERIFY2(svg.contains(word), word.constData());
        QVERIFY(QXmlStreamReader(svg).readNextStartElement());
    }
};

QTEST_MAIN(tst_GuiUsageChart)
#include "tst_gui_usagechart.moc"
