package pgtest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"sync/atomic"
	"syscall"
	"time"
)

// superuser owns every test cluster; it has no password and listens on the loopback interface only.
const superuser = "postgres"

// watchdog runs the server and outlives the test process by a moment: file 3 is a pipe that only the test
// process can write to, so reading it ends when that process does, by whatever end. Arguments: the cluster's
// folder, then the server's command line.
const watchdog = `
home=$1; shift
"$@" 3<&- &
server=$!
{ read -r _ <&3; kill -QUIT $server; } 2>/dev/null &
wait $server
rm -rf "$home"
`

// unsafeButFast are settings for data that nobody will miss after a power cut.
var unsafeButFast = []string{"-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off"}

// errNotUp is what a server leaves behind that ended before it answered.
var errNotUp = errors.New("the server ended before it answered")

// server is one running cluster.
type server struct {
	home      string // its folder, gone after its end
	port      int
	databases atomic.Int64
	leash     *os.File      // the pipe's writing end; the server lives as long as this is open
	ended     chan struct{} // closed when the watchdog has cleaned up
}

// start makes a new cluster in a temporary folder and waits until it answers.
func start(settings []string) (*server, error) {
	programs, err := findPrograms()
	if err != nil {
		return nil, err
	}

	as, err := account()
	if err != nil {
		return nil, err
	}

	// Between asking the system for a free port and listening on it somebody else may take it: then try again.
	for range 3 {
		var s *server
		if s, err = launch(programs, as, settings); err == nil || !errors.Is(err, errNotUp) {
			return s, err
		}
	}

	return nil, err
}

// launch is one try to start a cluster.
func launch(programs string, as *syscall.Credential, settings []string) (*server, error) {
	home, err := initialise(programs, as)
	if err != nil {
		return nil, err
	}

	s := &server{home: home, ended: make(chan struct{})}
	if s.port, err = freePort(); err != nil {
		return nil, errors.Join(err, os.RemoveAll(home))
	}

	if err := s.run(programs, as, settings); err != nil {
		return nil, errors.Join(err, os.RemoveAll(home))
	}

	if err := s.ready(); err != nil {
		log, _ := os.ReadFile(home + ".log")

		return nil, errors.Join(fmt.Errorf("%w; its log:\n%s", err, log), s.stop())
	}

	if err := os.Remove(home + ".log"); err != nil {
		return nil, errors.Join(fmt.Errorf("remove the server's log: %w", err), s.stop())
	}

	return s, nil
}

// initialise makes the folder of a cluster and the cluster's first files.
func initialise(programs string, as *syscall.Credential) (string, error) {
	home, err := os.MkdirTemp("", "pgtest-")
	if err != nil {
		return "", fmt.Errorf("make the cluster's folder: %w", err)
	}

	if as != nil {
		if err := os.Chown(home, int(as.Uid), int(as.Gid)); err != nil {
			return "", errors.Join(fmt.Errorf("hand over the cluster's folder: %w", err), os.RemoveAll(home))
		}
	}

	initdb := command(home, as, filepath.Join(programs, "initdb"), "--pgdata", filepath.Join(home, "data"),
		"--username", superuser, "--auth", "trust", "--encoding", "UTF8", "--locale", "C", "--no-sync")
	if said, err := initdb.CombinedOutput(); err != nil {
		return "", errors.Join(fmt.Errorf("initdb: %w\n%s", err, said), os.RemoveAll(home))
	}

	return home, nil
}

// run starts the server under its watchdog.
func (s *server) run(programs string, as *syscall.Credential, settings []string) error {
	log, err := os.Create(s.home + ".log")
	if err != nil {
		return fmt.Errorf("create the server's log: %w", err)
	}
	defer log.Close()

	held, leash, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("make the watchdog's pipe: %w", err)
	}
	defer held.Close()

	args := []string{
		"-c", watchdog, "watchdog", s.home, filepath.Join(programs, "postgres"),
		"-D", filepath.Join(s.home, "data"), "-p", strconv.Itoa(s.port),
		"-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300",
	}
	cmd := command(s.home, as, "/bin/sh", append(args, settings...)...)
	cmd.Stdout, cmd.Stderr, cmd.ExtraFiles = log, log, []*os.File{held}

	if err := cmd.Start(); err != nil {
		return errors.Join(fmt.Errorf("start the server: %w", err), leash.Close())
	}

	s.leash = leash

	go func() {
		defer close(s.ended)
		_ = cmd.Wait() // A stopped server's exit code tells nothing that its log does not.
	}()

	return nil
}

// ready waits until the server answers.
func (s *server) ready() error {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()

	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()

	for {
		err := s.exec(ctx, "SELECT 1")
		if err == nil {
			return nil
		}

		select {
		case <-s.ended:
			return errNotUp
		case <-ctx.Done():
			return fmt.Errorf("the server did not answer within %s: %w", patience, err)
		case <-tick.C:
		}
	}
}

// stop ends the server and waits until nothing of it is left.
func (s *server) stop() error {
	err := s.leash.Close()
	<-s.ended

	return errors.Join(err, os.RemoveAll(s.home+".log"))
}

// command prepares a program with an environment that the machine's settings cannot bend, in a session of its
// own, so that the Ctrl-C meant for the tests does not reach it first.
func command(dir string, as *syscall.Credential, program string, args ...string) *exec.Cmd {
	//nolint:gosec,noctx // The program is found by this package, and the watchdog decides when it ends.
	cmd := exec.Command(program, args...)
	cmd.Dir = dir
	cmd.Env = []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C", "TZ=UTC"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Credential: as}

	return cmd
}

// account is who runs the server: PostgreSQL refuses to run as root, so root hands it to somebody lesser.
// Nil means the user of the test itself.
func account() (*syscall.Credential, error) {
	if os.Geteuid() != 0 {
		return nil, nil //nolint:nilnil // Nil is what SysProcAttr takes for "stay who you are".
	}

	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}

		uid, errUID := strconv.ParseUint(u.Uid, 10, 32)
		gid, errGID := strconv.ParseUint(u.Gid, 10, 32)

		return &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}, errors.Join(errUID, errGID)
	}

	return nil, errors.New("running as root, and there is neither a user postgres nor nobody to run the server as")
}

// freePort asks the system for a port that nobody listens on.
func freePort() (int, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0") //nolint:noctx // Listening on loopback does not block.
	if err != nil {
		return 0, fmt.Errorf("find a free port: %w", err)
	}
	defer l.Close()

	addr, ok := l.Addr().(*net.TCPAddr)
	if !ok {
		return 0, fmt.Errorf("find a free port: %v is no TCP address", l.Addr())
	}

	return addr.Port, nil
}
