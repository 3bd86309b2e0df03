package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/agent"
	"golang.org/x/crypto/ssh/knownhosts"
)

// overSSH serves a host as a git host does over ssh: it knows one key, which
// the agent holds, and runs git-upload-pack and nothing else.
func (s gitHost) overSSH(t *testing.T) string {
	t.Helper()
	_, hostKey, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	host, err := ssh.NewSignerFromKey(hostKey)
	if err != nil {
		t.Fatal(err)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	known := knownhosts.Line([]string{listener.Addr().String()}, host.PublicKey())
	user := withAgent(t, known)
	config := &ssh.ServerConfig{PublicKeyCallback: func(_ ssh.ConnMetadata, key ssh.PublicKey) (*ssh.Permissions, error) {
		if !bytes.Equal(key.Marshal(), user.Marshal()) {
			return nil, os.ErrPermission
		}
		return &ssh.Permissions{}, nil
	}}
	config.AddHostKey(host)
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go s.serveSSH(conn, config)
		}
	}()
	return "ssh://git@" + listener.Addr().String()
}

func (s gitHost) serveSSH(conn net.Conn, config *ssh.ServerConfig) {
	defer conn.Close()
	_, channels, requests, err := ssh.NewServerConn(conn, config)
	if err != nil {
		return
	}
	go ssh.DiscardRequests(requests)
	for offered := range channels {
		channel, requests, err := offered.Accept()
		if err != nil {
			return
		}
		for r := range requests {
			path, ok := strings.CutPrefix(string(r.Payload[min(4, len(r.Payload)):]), "git-upload-pack '/")
			_ = r.Reply(r.Type == "exec" && ok, nil)
			if !ok {
				continue
			}
			pack := exec.Command("git", "upload-pack", filepath.Join(s.dir, filepath.Clean("/"+strings.TrimSuffix(path, "'"))))
			pack.Stdout, pack.Stderr = channel, channel.Stderr()
			status := []byte{0, 0, 0, 0}
			if in, err := pack.StdinPipe(); err != nil || runWith(pack, in, channel) != nil {
				status[3] = 128
			}
			_, _ = channel.SendRequest("exit-status", false, status)
			_ = channel.Close()
		}
	}
}

// runWith runs a command that reads from a connection and ends without waiting
// for the connection to end.
func runWith(cmd *exec.Cmd, in io.WriteCloser, from io.Reader) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() { _, _ = io.Copy(in, from); _ = in.Close() }()
	return cmd.Wait()
}

// withAgent runs an agent with a new key and a file of known hosts, as an
// operator sets them up, and returns the key.
func withAgent(t *testing.T, known string) ssh.PublicKey {
	t.Helper()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := ssh.NewSignerFromKey(key)
	if err != nil {
		t.Fatal(err)
	}
	keyring := agent.NewKeyring()
	if err := keyring.Add(agent.AddedKey{PrivateKey: key}); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	socket, file := filepath.Join(dir, "agent"), filepath.Join(dir, "known_hosts")
	listener, err := net.Listen("unix", socket)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	go func() {
		for {
			conn, err := listener.Accept()
			if err != nil {
				return
			}
			go func() { _ = agent.ServeAgent(keyring, conn); _ = conn.Close() }()
		}
	}()
	if err := os.WriteFile(file, []byte(known+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("SSH_AUTH_SOCK", socket)
	t.Setenv("SSH_KNOWN_HOSTS", file)
	return signer.PublicKey()
}
