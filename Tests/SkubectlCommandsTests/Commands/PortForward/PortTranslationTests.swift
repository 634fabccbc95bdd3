import JSONModel
import Testing

@testable import SkubectlCommands

@Suite struct PortTranslationTests {
    private static let pod = parsed(
        """
        {"metadata": {"name": "web"}, "spec": {"containers": [{"ports": [
            {"name": "http", "containerPort": 8080, "protocol": "TCP"},
            {"name": "dns", "containerPort": 53, "protocol": "UDP"},
            {"containerPort": 9000, "protocol": "UDP"}, {"containerPort": 9000, "protocol": "TCP"}]}],
            "initContainers": [{"ports": [{"name": "early", "containerPort": 7000}]}]}}
        """)
    private static let service = parsed(
        """
        {"metadata": {"name": "svc"}, "spec": {"clusterIP": "10.0.0.1", "ports": [
            {"name": "web", "port": 80, "targetPort": "http", "protocol": "TCP"},
            {"port": 81, "targetPort": 8081, "protocol": "TCP"}, {"port": 82, "protocol": "TCP"},
            {"name": "names", "port": 53, "targetPort": 53, "protocol": "UDP"}]}}
        """)

    private static func parsed(_ text: String) -> JSONValue {
        // What is no JSON fails every test.
        (try? JSONParser.parse(Array(text.utf8))) ?? .null
    }

    @Test(arguments: [
        ("80", "80"), ("8080:80", "8080:80"), (":80", ":80"), ("http", "8080"), ("1:http", "1:8080"),
        (":early", ":7000"), ("9000", "9000"), ("1:2:3", "1"),
    ])
    func namesBecomeNumbersOfThePod(written: String, meant: String) throws {
        #expect(try PortTranslation.forPod([written], Self.pod) == [meant])
    }

    @Test(arguments: [
        ("80", "80:8080"), ("web", "80:8080"), ("1:web", "1:8080"), (":81", ":8081"), ("82", "82"), ("8080:80", "8080"),
    ])
    func portsOfAServiceLeadToThoseOfItsPod(written: String, meant: String) throws {
        #expect(try PortTranslation.forService([written], Self.service, Self.pod) == [meant])
    }

    private func sentence(_ body: () throws -> [String]) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return ErrorReport.sentence(of: error, programName: "kubectl")
        }
    }

    @Test func whatIsNotThereIsTold() {
        #expect(
            sentence { try PortTranslation.forPod(["nope"], Self.pod) }
                == "Pod 'web' does not have a named port 'nope'")
        // The pod has a port without a name, which this is not meant to be.
        #expect(sentence { try PortTranslation.forPod(["1:"], Self.pod) } == "remote port cannot be empty")
        #expect(
            sentence { try PortTranslation.forService(["99"], Self.service, Self.pod) }
                == "Service svc does not have a service port 99")
        #expect(
            sentence { try PortTranslation.forService(["x"], Self.service, Self.pod) }
                == "Service 'svc' does not have a named port 'x'")
        #expect(
            sentence { try PortTranslation.forPod(["1:dns"], Self.pod) } == "UDP protocol is not supported for dns")
        #expect(
            sentence { try PortTranslation.forService(["53"], Self.service, Self.pod) }
                == "UDP protocol is not supported for 53")
    }

    @Test func portsAreReadAsNumbers() throws {
        let ports = try ForwardedPort.list(["80", "8080:80", ":443"])
        #expect(ports.map(\.local) == [80, 8080, 0])
        #expect(ports.map(\.remote) == [80, 80, 443])
        func failure(_ text: String) -> String? {
            sentence { try ForwardedPort.list([text]).map { String($0.local) } }
        }
        #expect(failure("1:2:3") == "invalid port format '1:2:3'")
        #expect(failure("1:0") == "remote port must be > 0")
        #expect(
            failure("99999:1")
                == "error parsing local port '99999': strconv.ParseUint: parsing \"99999\": value out of range")
        #expect(failure("x") == "error parsing local port 'x': strconv.ParseUint: parsing \"x\": invalid syntax")
    }

    @Test func addressesAreListenedOnOnceEach() throws {
        let all = try ListenAddress.list(["localhost", "10.0.0.1", "127.0.0.1", "localhost"])
        #expect(all.map(\.text) == ["10.0.0.1", "127.0.0.1", "::1"])
        #expect(all.map(\.isOptional) == [false, false, true])
        #expect(all.map { $0.joined(80) } == ["10.0.0.1:80", "127.0.0.1:80", "[::1]:80"])
        #expect(sentence { try ListenAddress.list(["here"]).map(\.text) } == "here is not a valid IP")
        #expect(sentence { try ListenAddress.list([]).map(\.text) } == "you must specify at least 1 address")
    }
}
