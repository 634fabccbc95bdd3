import JSONModel
import KubeModel
import Testing

@testable import Renderers

/// The addresses of a service in one line.
struct EndpointSummaryTests {
    /// A slice of endpoints that are ready, or not.
    private func slice(_ ready: [Bool], port: JSONValue? = nil) throws -> EndpointSlice {
        let endpoints = ready.enumerated().map { index, isReady -> JSONValue in
            ["addresses": [.string("10.0.0.\(index)")], "conditions": ["ready": .bool(isReady)]]
        }
        return try JSONValue.object(["endpoints": .array(endpoints), "ports": port.map { [$0] } ?? .null]).decoded()
    }

    @Test func showsThreeAddresses() throws {
        #expect(EndpointSummary.text([], portName: "") == "<none>")
        #expect(EndpointSummary.text([try slice([])], portName: "") == "")
        let three = try slice([true, true, true])
        #expect(EndpointSummary.text([three], portName: "any") == "10.0.0.0,10.0.0.1,10.0.0.2")
        let five = try slice([true, false, true, true, true, true])
        #expect(EndpointSummary.text([five], portName: "") == "10.0.0.0,10.0.0.2,10.0.0.3 + 2 more...")
    }

    @Test func countsNoneThatAreNotReadyButSaysThatThereIsMore() throws {
        let slice = try slice([true, true, true, false])
        #expect(EndpointSummary.text([slice], portName: "") == "10.0.0.0,10.0.0.1,10.0.0.2 + 0 more...")
    }

    @Test func choosesThePortByItsName() throws {
        let named = try slice([true], port: ["name": "http", "port": 80])
        let unnamed = try slice([true], port: ["port": 81])
        #expect(EndpointSummary.text([named, unnamed], portName: "http") == "10.0.0.0:80")
        #expect(EndpointSummary.text([named, unnamed], portName: "") == "10.0.0.0:81")
        #expect(EndpointSummary.text([named, unnamed], portName: "dns") == "")
    }

    @Test func survivesEndpointsWithoutAnything() throws {
        let slice: EndpointSlice = try JSONValue.object(["endpoints": [[:]], "ports": [[:]]]).decoded()
        #expect(EndpointSummary.text([slice], portName: "") == ":0")
    }
}
