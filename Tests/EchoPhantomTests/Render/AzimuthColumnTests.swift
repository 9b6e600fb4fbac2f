import EchoPhantom
import Testing

@Suite("Azimuth columns") struct AzimuthColumnTests {
    @Test("stay below the number of columns, a hair below zero too")
    func stayInside() {
        for azimuth in [-Float.leastNonzeroMagnitude, -1e-9, -1e-7, -0.0, 0, .pi, -.pi, Float.pi.nextDown] {
            let column = AzimuthColumn.of(azimuth, count: 48)
            #expect(column >= 0 && column < 48, "\(azimuth) gave \(column)")
        }
    }

    @Test("rise evenly around the turn")
    func riseEvenly() {
        #expect(abs(AzimuthColumn.of(.pi / 2, count: 48) - 12) < 1e-4)
        #expect(abs(AzimuthColumn.of(-.pi / 2, count: 48) - 36) < 1e-4)
    }
}
